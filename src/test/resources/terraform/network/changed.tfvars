asked_port = 80
