package com.example.shop;

import java.util.List;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

@Service
public class Endpoints {

    private final Ec2Client ec2;

    Endpoints(Ec2Client ec2) {
        this.ec2 = ec2;
    }

    /** The names of the services that a VPC has endpoints to. */
    public List<String> servicesOf(String vpc) {
        return ec2.describeVpcEndpoints(r -> r.filters(f -> f.name("vpc-id").values(vpc))).vpcEndpoints().stream()
                .map(VpcEndpoint::serviceName)
                .sorted()
                .toList();
    }
}
