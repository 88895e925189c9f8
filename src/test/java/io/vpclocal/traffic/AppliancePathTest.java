package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;

/**
 * Traffic through a Gateway Load Balancer endpoint (AWS PrivateLink Guide: "Access an inspection system using a Gateway
 * Load Balancer endpoint": what the appliances let pass comes back to the endpoint and goes on from its subnet).
 */
@EmulatorTest
class AppliancePathTest {

    @Autowired
    private Aws aws;

    @Test
    void aRouteThroughAnEndpointIsSeenAtItsInterface() throws Exception {
        Lan lan = new Lan(aws);
        Provider provider = new Provider(aws);
        String balancer = provider.gatewayBalancer("a");
        var service = provider.create(r -> r.gatewayLoadBalancerArns(balancer).acceptanceRequired(false));
        provider.allow(service.serviceId(), lan.account);
        String subnet = lan.ec2
                .createSubnet(r -> r.vpcId(lan.vpc).cidrBlock("10.0.3.0/24").availabilityZone("us-east-1a"))
                .subnet()
                .subnetId();
        VpcEndpoint endpoint = lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .vpcEndpointType("GatewayLoadBalancer")
                        .serviceName(service.serviceName())
                        .subnetIds(subnet))
                .vpcEndpoint();
        String table =
                lan.ec2.createRouteTable(r -> r.vpcId(lan.vpc)).routeTable().routeTableId();
        lan.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(lan.clientSubnet));
        lan.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.2.0/24").vpcEndpointId(endpoint.vpcEndpointId()));
        lan.allow(lan.serverGroup, 443, "10.0.1.0/24");
        String own = endpoint.networkInterfaceIds().get(0);

        JsonNode inspected = lan.traffic.tcp(lan.client, lan.server, 443);
        assertThat(inspected.get("allowed").booleanValue()).isTrue();
        assertThat(TrafficApi.stages(inspected.get("request"))).contains("APPLIANCE");
        assertThat(TrafficApi.records(inspected))
                .containsSubsequence(
                        lan.client + " egress ACCEPT",
                        own + " ingress ACCEPT",
                        own + " egress ACCEPT",
                        lan.server + " ingress ACCEPT");

        provider.reject(service.serviceId(), endpoint.vpcEndpointId());
        assertThat(lan.traffic.tcp(lan.client, lan.server, 443).get("allowed").booleanValue())
                .isFalse();
    }
}
