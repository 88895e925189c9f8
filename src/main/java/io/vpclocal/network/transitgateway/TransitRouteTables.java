package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceRepository;

interface TransitRouteTables extends ResourceRepository<TransitRouteTableEntity> {}
