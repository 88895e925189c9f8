-- Where the group that a rule names belongs to the VPC behind a peering connection.
alter table security_group_rule add column peer_account varchar(12);
alter table security_group_rule add column peer_vpc_id varchar(64);
alter table security_group_rule add column peer_connection_id varchar(64);
