package io.vpclocal.network.transitgateway;

import io.vpclocal.resource.ResourceRepository;

interface TransitGateways extends ResourceRepository<TransitGatewayEntity> {}
