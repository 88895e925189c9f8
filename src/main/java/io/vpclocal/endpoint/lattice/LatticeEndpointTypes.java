package io.vpclocal.endpoint.lattice;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.placement.EndpointPlacement;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import io.vpclocal.endpoint.vpcendpoint.EndpointLimits;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.resource.Quotas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two endpoint types that connect to VPC Lattice. They differ in their target. */
@Configuration(proxyBeanMethods = false)
class LatticeEndpointTypes {

    @Bean
    EndpointBehaviour resourceEndpoints(VpcEndpoints endpoints, EndpointPlacement placement, Quotas quotas) {
        return new LatticeEndpoints(
                EndpointType.RESOURCE, EndpointLimits.RESOURCES_PER_VPC, endpoints, placement, quotas);
    }

    @Bean
    EndpointBehaviour serviceNetworkEndpoints(VpcEndpoints endpoints, EndpointPlacement placement, Quotas quotas) {
        return new LatticeEndpoints(
                EndpointType.SERVICE_NETWORK, EndpointLimits.SERVICE_NETWORKS_PER_VPC, endpoints, placement, quotas);
    }
}
