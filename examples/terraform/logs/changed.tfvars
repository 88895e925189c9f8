indexed_field = "dstaddr"
