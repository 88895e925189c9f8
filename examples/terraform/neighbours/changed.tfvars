office        = "172.16.0.0/12"
mail_domain   = "mx.example.com"
nat_addresses = 3
