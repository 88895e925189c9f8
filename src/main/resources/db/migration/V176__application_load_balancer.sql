-- Application Load Balancers: their address types are longer, and target groups of Lambda functions have no protocol,
-- port and VPC.
alter table load_balancer alter column ip_address_type set data type varchar(32);

alter table target_group alter column protocol drop not null;
alter table target_group alter column port drop not null;
alter table target_group alter column vpc_id drop not null;
alter table target_group alter column check_protocol drop not null;
alter table target_group alter column check_port drop not null;
alter table target_group add column protocol_version varchar(8);
alter table target_group add column check_enabled boolean default true not null;
alter table target_group_target alter column target_id set data type varchar(512);
alter table target_group_target alter column port drop not null;

-- The default actions are JSON as the API has them; null where a listener only forwards.
alter table load_balancer_listener add column mutual_authentication varchar(16);
alter table load_balancer_listener add column actions varchar(32000);

create table load_balancer_listener_certificate (
  listener_seq bigint not null references load_balancer_listener,
  position integer not null,
  certificate_arn varchar(2048) not null,
  primary key (listener_seq, position)
);
