alter table network_interface alter column requester_id set data type varchar(255);
alter table instance_profile_association drop column associated_at;
