-- Instances that exist already get what a launch without these parameters gives.
alter table ec2_instance add column hibernation boolean default false not null;
alter table ec2_instance add column enclave boolean default false not null;
alter table ec2_instance add column core_count integer;
alter table ec2_instance add column threads_per_core integer;
alter table ec2_instance add column amd_sev_snp varchar(16);
alter table ec2_instance add column auto_recovery varchar(16) default 'default' not null;
alter table ec2_instance add column capacity_preference varchar(32) default 'open' not null;
alter table ec2_instance add column hostname_type varchar(16) default 'ip-name' not null;
alter table ec2_instance add column resource_name_dns_a_record boolean default false not null;
alter table ec2_instance add column resource_name_dns_aaaa_record boolean default false not null;
