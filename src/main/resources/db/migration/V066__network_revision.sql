create table network_revision (
  account varchar(12) not null,
  region varchar(32) not null,
  revision varchar(32) not null,
  primary key (account, region)
);
