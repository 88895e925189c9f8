package io.vpclocal.network.vpngateway;

import io.vpclocal.resource.ResourceRepository;

interface CustomerGateways extends ResourceRepository<CustomerGatewayEntity> {}
