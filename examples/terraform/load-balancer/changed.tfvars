idle_timeout = 90
green_weight = 20
