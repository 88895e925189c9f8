package io.vpclocal.endpointservice.hosted;

import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** An account with a VPC whose endpoints connect to services of others. */
public final class Subscriber {

    public final String account;
    public final Ec2Client ec2;
    final String vpc;
    private int subnets;

    public Subscriber(Aws aws, Region region) {
        this.account = Aws.newAccount();
        this.ec2 = aws.ec2(Aws.root(account), region);
        this.vpc = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc)
                .enableDnsHostnames(AttributeBooleanValue.builder().value(true).build()));
    }

    public Subscriber(Aws aws) {
        this(aws, Region.US_EAST_1);
    }

    String subnet(String zone) {
        int n = subnets++;
        return ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.1." + n + ".0/24").availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    /** A new endpoint to a service, without subnets. */
    public VpcEndpoint connect(String serviceName) {
        return connect(ec2, serviceName, r -> {});
    }

    VpcEndpoint connect(String serviceName, Consumer<CreateVpcEndpointRequest.Builder> request) {
        return connect(ec2, serviceName, request);
    }

    /** The same with another client of the account. */
    VpcEndpoint connect(Ec2Client client, String serviceName, Consumer<CreateVpcEndpointRequest.Builder> request) {
        return client.createVpcEndpoint(r -> {
                    r.vpcId(vpc).vpcEndpointType("Interface").serviceName(serviceName);
                    request.accept(r);
                })
                .vpcEndpoint();
    }

    public VpcEndpoint describe(String endpointId) {
        return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(endpointId))
                .vpcEndpoints()
                .get(0);
    }

    public String state(String endpointId) {
        return describe(endpointId).stateAsString();
    }

    public List<UnsuccessfulItem> delete(String... endpointIds) {
        return ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(endpointIds)).unsuccessful();
    }

    /** The names of the customers' services that the account can see. */
    List<String> services(String owner) {
        return ec2.describeVpcEndpointServices(
                        r -> r.filters(f -> f.name("owner").values(owner)))
                .serviceNames();
    }
}
