alter table vpc_endpoint add column private_dns_preference varchar(64);
alter table vpc_endpoint add column private_dns_domains varchar(2560);
