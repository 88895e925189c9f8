package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testkit.VpcLocalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;

/** The application's own client and those of the test use the same account. */
@SpringBootTest
@VpcLocalTest
class EndpointsTest {

    @Test
    void theServicesOfAVpcAreListed(@Autowired Endpoints endpoints, Ec2AsyncClient ec2) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).join().vpc().vpcId();
        for (String service : new String[] {"s3", "dynamodb"}) {
            ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.amazonaws.us-east-1." + service)).join();
        }
        assertThat(endpoints.servicesOf(vpc))
                .containsExactly("com.amazonaws.us-east-1.dynamodb", "com.amazonaws.us-east-1.s3");
    }
}
