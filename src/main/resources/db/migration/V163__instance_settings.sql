-- Instances that exist already get what a launch without these parameters gives.
alter table ec2_instance add column architecture varchar(16) default 'x86_64' not null;
alter table ec2_instance add column platform_details varchar(64) default 'Linux/UNIX' not null;
alter table ec2_instance add column root_device varchar(255) default '/dev/xvda' not null;
alter table ec2_instance add column disable_api_termination boolean default false not null;
alter table ec2_instance add column disable_api_stop boolean default false not null;
alter table ec2_instance add column shutdown_behavior varchar(16) default 'stop' not null;
alter table ec2_instance add column user_data varchar(25000);
alter table ec2_instance add column ebs_optimized boolean default false not null;
alter table ec2_instance add column monitoring boolean default false not null;
alter table ec2_instance add column cpu_credits varchar(16);
alter table ec2_instance add column tenancy varchar(16) default 'default' not null;
alter table ec2_instance add column http_tokens varchar(16) default 'optional' not null;
alter table ec2_instance add column http_endpoint varchar(16) default 'enabled' not null;
alter table ec2_instance add column http_hop_limit integer default 1 not null;
alter table ec2_instance add column http_protocol_ipv6 varchar(16) default 'disabled' not null;
alter table ec2_instance add column instance_metadata_tags varchar(16) default 'disabled' not null;
