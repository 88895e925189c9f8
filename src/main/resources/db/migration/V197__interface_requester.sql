alter table network_interface alter column requester_id set data type varchar(255);
alter table network_interface add column requester_managed boolean default false not null;
update network_interface set requester_managed = true where requester_id is not null;
alter table instance_profile_association drop column associated_at;
