-- Real addresses of load balancers' targets, to which calls of hosted services go.
create table target_address (
  id varchar(300) primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  target varchar(256) not null,
  port integer,
  host varchar(64) not null,
  real_port integer not null
);
