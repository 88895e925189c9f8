create table nat_gateway_secondary (
  gateway_seq bigint not null references nat_gateway,
  position integer not null,
  private_ip varchar(64) not null,
  allocation_id varchar(64),
  association_id varchar(64),
  public_ip varchar(64),
  primary key (gateway_seq, position)
);
