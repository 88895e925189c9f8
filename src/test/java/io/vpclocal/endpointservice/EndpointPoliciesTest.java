package io.vpclocal.endpointservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointPoliciesTest {

    /** Recorded from AWS: DescribeVpcEndpoints of an interface endpoint created without a policy. */
    @Test
    void interfaceDefault_hasTheBytesOfAws() {
        assertThat(EndpointPolicies.defaultFor(EndpointService.INTERFACE))
                .isEqualTo("{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n"
                        + "      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}");
    }

    /** Recorded from AWS: CreateVpcEndpoint of a gateway endpoint without a policy. */
    @Test
    void gatewayDefault_hasTheBytesOfAws() {
        assertThat(EndpointPolicies.defaultFor(EndpointService.GATEWAY))
                .isEqualTo("{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                        + "\"Action\":\"*\",\"Resource\":\"*\"}]}");
    }
}
