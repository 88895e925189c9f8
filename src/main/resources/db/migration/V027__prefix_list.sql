create table prefix_list (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  name varchar(255) not null,
  address_family varchar(8) not null,
  max_entries integer not null,
  current_version bigint not null,
  state varchar(32) not null
);

create index prefix_list_scope on prefix_list (account, region, seq);

-- An entry is in all versions of its list from since_version up to, but without, until_version.
create table prefix_list_entry (
  seq bigint primary key,
  prefix_list_id varchar(64) not null,
  cidr varchar(64) not null,
  description varchar(255),
  since_version bigint not null,
  until_version bigint
);

create index prefix_list_entry_list on prefix_list_entry (prefix_list_id, since_version);
