asn            = 64600
team           = "platform"
appliance_mode = "enable"
isolated       = "10.62.0.0/16"
