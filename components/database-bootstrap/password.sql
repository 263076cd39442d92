-- Sets the password of the application's login to what standard input says twice.
\getenv login APPLICATION_USERNAME
\password :"login"
