team              = "platform"
retention_in_days = 30
allowed_actions   = ["logs:*"]
trusted_service   = "delivery.logs.amazonaws.com"
description       = "Another description"
