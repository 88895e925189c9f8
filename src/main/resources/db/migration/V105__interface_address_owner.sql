-- Traffic that leaves one network asks whose an IPv6 address is, in whichever account and Region.
create index network_interface_address_address on network_interface_address (address);
