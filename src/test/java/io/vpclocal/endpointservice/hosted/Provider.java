package io.vpclocal.endpointservice.hosted;

import io.vpclocal.testing.Aws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServiceConfigurationRequest;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** An account that hosts endpoint services behind load balancers in a VPC of its own. */
public final class Provider {

    public final String account;
    public final Ec2Client ec2;
    public final ElasticLoadBalancingV2Client elb;
    final Region region;
    public final String vpc;
    private final Map<String, String> subnets = new TreeMap<>();
    private int balancers;

    public Provider(Aws aws, Region region) {
        this.account = Aws.newAccount();
        this.region = region;
        this.ec2 = aws.ec2(Aws.root(account), region);
        this.elb = aws.elb(Aws.root(account), region);
        this.vpc = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
    }

    public Provider(Aws aws) {
        this(aws, Region.US_EAST_1);
    }

    /** A Network Load Balancer in the zones of these letters. */
    public String networkBalancer(String zones) {
        return balancer(LoadBalancerTypeEnum.NETWORK, zones);
    }

    public String gatewayBalancer(String zones) {
        return balancer(LoadBalancerTypeEnum.GATEWAY, zones);
    }

    private String balancer(LoadBalancerTypeEnum type, String zones) {
        List<String> ids = new ArrayList<>();
        for (char letter : zones.toCharArray()) {
            ids.add(subnetIn(letter));
        }
        String name = "lb-" + balancers++;
        return elb.createLoadBalancer(r -> r.name(name).type(type).subnets(ids).scheme(scheme(type)))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
    }

    /** The subnet that load balancers have in the zone of a letter. */
    public String subnetIn(char zone) {
        return subnets.computeIfAbsent(String.valueOf(zone), this::subnet);
    }

    private static @Nullable String scheme(LoadBalancerTypeEnum type) {
        return type == LoadBalancerTypeEnum.NETWORK ? "internal" : null;
    }

    private String subnet(String letter) {
        int n = subnets.size();
        return ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.9." + n + ".0/24").availabilityZone(region.id() + letter))
                .subnet()
                .subnetId();
    }

    /** A new service behind one new Network Load Balancer in zone a. */
    public ServiceConfiguration host() {
        return host(r -> {});
    }

    public ServiceConfiguration host(Consumer<CreateVpcEndpointServiceConfigurationRequest.Builder> request) {
        String arn = networkBalancer("a");
        return create(r -> {
            r.networkLoadBalancerArns(arn);
            request.accept(r);
        });
    }

    public ServiceConfiguration create(Consumer<CreateVpcEndpointServiceConfigurationRequest.Builder> request) {
        return ec2.createVpcEndpointServiceConfiguration(request).serviceConfiguration();
    }

    void modify(String serviceId, Consumer<ModifyVpcEndpointServiceConfigurationRequest.Builder> request) {
        ec2.modifyVpcEndpointServiceConfiguration(r -> request.accept(r.serviceId(serviceId)));
    }

    ServiceConfiguration describe(String serviceId) {
        return ec2.describeVpcEndpointServiceConfigurations(r -> r.serviceIds(serviceId))
                .serviceConfigurations()
                .get(0);
    }

    public List<UnsuccessfulItem> delete(String... serviceIds) {
        return ec2.deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(serviceIds))
                .unsuccessful();
    }

    /** Allows principals: ARNs, {@code *}, or an account's twelve digits for all of the account. */
    public void allow(String serviceId, String... principals) {
        ec2.modifyVpcEndpointServicePermissions(r -> r.serviceId(serviceId).addAllowedPrincipals(arns(principals)));
    }

    void forbid(String serviceId, String... principals) {
        ec2.modifyVpcEndpointServicePermissions(r -> r.serviceId(serviceId).removeAllowedPrincipals(arns(principals)));
    }

    public List<UnsuccessfulItem> accept(String serviceId, String... endpointIds) {
        return ec2.acceptVpcEndpointConnections(r -> r.serviceId(serviceId).vpcEndpointIds(endpointIds))
                .unsuccessful();
    }

    public List<UnsuccessfulItem> reject(String serviceId, String... endpointIds) {
        return ec2.rejectVpcEndpointConnections(r -> r.serviceId(serviceId).vpcEndpointIds(endpointIds))
                .unsuccessful();
    }

    public List<VpcEndpointConnection> connections(String serviceId) {
        return ec2.describeVpcEndpointConnections(
                        r -> r.filters(f -> f.name("service-id").values(serviceId)))
                .vpcEndpointConnections();
    }

    private static List<String> arns(String... principals) {
        List<String> arns = new ArrayList<>();
        for (String principal : principals) {
            arns.add(principal.matches("\\d{12}") ? "arn:aws:iam::" + principal + ":root" : principal);
        }
        return arns;
    }
}
