team      = "platform"
resolves  = false
block     = "block-bidirectional"
exclusion = "allow-bidirectional"
