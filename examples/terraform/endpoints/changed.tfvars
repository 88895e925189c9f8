team            = "platform"
dns_hostnames   = false
private_dns     = false
port            = 8443
allowed_actions = ["s3:GetObject", "s3:ListBucket"]
