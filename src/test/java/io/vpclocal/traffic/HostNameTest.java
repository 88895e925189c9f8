package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import tools.jackson.databind.JsonNode;

/**
 * Traffic to names (Amazon VPC User Guide, "DNS attributes in your VPC"; AWS PrivateLink Guide, "Access an AWS service using
 * an interface VPC endpoint", private DNS). The texts of errors are our design.
 */
@EmulatorTest
class HostNameTest {

    @Autowired
    private Aws aws;

    private Lan lan;

    @BeforeEach
    void newLan() {
        lan = new Lan(aws);
        lan.dnsHostnames();
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
    }

    @Test
    void everyNameOfAnEndpointLeadsToIt() throws Exception {
        VpcEndpoint endpoint = lan.ec2
                .createVpcEndpoint(r -> r.vpcId(lan.vpc)
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws.us-east-1.kms")
                        .subnetIds(lan.serverSubnet)
                        .securityGroupIds(lan.serverGroup))
                .vpcEndpoint();
        String id = endpoint.networkInterfaceIds().get(0);
        assertThat(endpoint.dnsEntries()).hasSizeGreaterThanOrEqualTo(3);
        for (DnsEntry entry : endpoint.dnsEntries()) {
            JsonNode flow = lan.traffic.tcp(lan.client, entry.dnsName(), 443);
            assertThat(TrafficApi.allowed(flow)).as(entry.dnsName()).isTrue();
            assertThat(TrafficApi.records(flow)).contains(id + " ingress ACCEPT");
        }
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, "KMS.us-east-1.amazonaws.com.", 443)))
                .isTrue();
    }

    @Test
    void anAwsServiceWithoutEndpointHasItsPublicAddress() throws Exception {
        for (String name : new String[] {
            "kms.us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com", "photos.s3.us-east-1.amazonaws.com",
            "dynamodb.us-east-1.amazonaws.com", "ecr.dkr", "kms"
        }) {
            assertThat(TrafficApi.code(lan.traffic.tcp(lan.client, name, 443)))
                    .as(name)
                    .isEqualTo("NO_ROUTE_TO_DESTINATION");
        }
    }

    @Test
    void aLoadBalancersNameLeadsToItsAddress() throws Exception {
        BalancedService hosted = new BalancedService(aws, new Provider(aws), lan.account);
        String internal = hosted.provider
                .elb
                .describeLoadBalancers()
                .loadBalancers()
                .get(0)
                .dnsName();
        TrafficApi traffic = new TrafficApi(aws.endpoint(), hosted.provider.account);
        for (String name :
                new String[] {internal, "us-east-1a." + internal, internal.toUpperCase(java.util.Locale.ROOT)}) {
            JsonNode flow = traffic.tcp(hosted.target, name, 443);
            assertThat(flow.get("request").get("destination").stringValue())
                    .as(name)
                    .isEqualTo(hosted.balancerIn('a').get(1));
        }
        assertThat(refusal(lan.client, "other-0123456789abcdef.elb.us-east-1.amazonaws.com"))
                .contains("does not resolve in " + lan.vpc + ": no load balancer has it.");
    }

    @Test
    void anInternetFacingLoadBalancersNameLeadsToItsPublicAddress() throws Exception {
        String gateway = lan.ec2.createInternetGateway().internetGateway().internetGatewayId();
        lan.ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpc));
        for (LoadBalancerTypeEnum type :
                new LoadBalancerTypeEnum[] {LoadBalancerTypeEnum.APPLICATION, LoadBalancerTypeEnum.NETWORK}) {
            String name = aws.elb(lan.account)
                    .createLoadBalancer(r -> r.name("Web-" + type.toString().substring(0, 3))
                            .type(type)
                            .scheme(LoadBalancerSchemeEnum.INTERNET_FACING)
                            .subnets(lan.clientSubnet, lan.serverSubnet))
                    .loadBalancers()
                    .get(0)
                    .dnsName();
            JsonNode flow = lan.traffic.tcp(lan.client, name, 443);
            assertThat(flow.get("request").get("destination").stringValue())
                    .as(name)
                    .doesNotStartWith("10.");
        }
    }

    @Test
    void aPrivateNameLeadsToTheInterfaceWithTheAddress() throws Exception {
        assertThat(TrafficApi.allowed(lan.traffic.tcp("ip-10-0-1-5.ec2.internal", "ip-10-0-2-5.ec2.internal", 443)))
                .isTrue();
        assertThat(TrafficApi.allowed(lan.traffic.send(
                        "{'source':{'networkInterfaceId':'%s'},'destination':{'service':'ip-10-0-2-5.ec2.internal'},'destinationPort':443}"
                                .formatted(lan.client))))
                .isTrue();
    }

    @Test
    void aPublicNameLeadsToThePrivateAddressInItsVpc() throws Exception {
        String allocation = lan.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        String gateway = lan.ec2.createInternetGateway().internetGateway().internetGatewayId();
        lan.ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpc));
        lan.ec2.associateAddress(r -> r.allocationId(allocation).networkInterfaceId(lan.server));
        String name = lan.ec2
                .describeNetworkInterfaces(r -> r.networkInterfaceIds(lan.server))
                .networkInterfaces()
                .get(0)
                .association()
                .publicDnsName();
        JsonNode inside = lan.traffic.tcp(lan.client, name, 443);
        assertThat(inside.get("request").get("destination").stringValue()).isEqualTo("10.0.2.5");
        JsonNode outside = lan.traffic.tcp("198.51.100.7", name, 443);
        assertThat(TrafficApi.stages(outside.get("request"))).contains("INTERNET_GATEWAY");
    }

    @Test
    void aNameTagIsTheInterfaceIfOnlyOneHasIt() throws Exception {
        name(lan.server, "web server");
        assertThat(TrafficApi.allowed(lan.traffic.tcp(lan.client, "web server", 443)))
                .isTrue();
        name(lan.client, "web server");
        assertThat(refusal(lan.client, "web server"))
                .contains("Several network interfaces have the name 'web server'", lan.client, lan.server);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip-10-0-2-6.ec2.internal | no network interface of the VPC has the address 10.0.2.6
            ip-10-0-2-5.eu-west-1.compute.internal | it is a name of eu-west-1
            ip-10-0-2-555.ec2.internal | 10.0.2.555 is not an address
            i-0123456789abcdef0.ec2.internal | enableResourceNameDnsARecord is false
            vpce-0123456789abcdef0-abcdefgh.kms.us-east-1.vpce.amazonaws.com | no such endpoint in us-east-1
            kms.eu-west-1.amazonaws.com | it is a service of eu-west-1
            payments.example.com | no endpoint, load balancer, network interface or AWS service of us-east-1 has it
            """)
    void theErrorSaysWhatWasLookedUpWhereAndWhyItFailed(String name, String reason) throws Exception {
        assertThat(refusal(lan.client, name))
                .contains("The name '" + name + "' does not resolve in " + lan.vpc + ": ", reason);
    }

    @Test
    void outsideOfVpcsOnlyPublicNamesResolve() throws Exception {
        assertThat(refusal("198.51.100.7", "ip-10-0-2-5.ec2.internal"))
                .contains("does not resolve outside of VPCs: only the DNS servers of VPCs know private names");
        assertThat(refusal("kms.us-east-1.amazonaws.com", lan.server)).contains("a source is");
        assertThat(refusal(lan.client, "no-such-thing")).contains("'no-such-thing' is not an AWS service of us-east-1");
    }

    @Test
    void withoutDnsSupportNoNameResolves() throws Exception {
        lan.ec2.modifyVpcAttribute(r -> r.vpcId(lan.vpc)
                .enableDnsSupport(AttributeBooleanValue.builder().value(false).build()));
        assertThat(refusal(lan.client, "ip-10-0-2-5.ec2.internal"))
                .contains("does not resolve in " + lan.vpc, "DNS support of the VPC (enableDnsSupport) is off");
    }

    @Test
    void theErrorSaysThatPrivateDnsIsOff() throws Exception {
        BalancedService hosted = new BalancedService(aws, new Provider(aws), lan.account);
        hosted.provider.ec2.modifyVpcEndpointServiceConfiguration(
                r -> r.serviceId(hosted.service.serviceId()).privateDnsName("payments.example.com"));
        VpcEndpoint endpoint = lan.endpoint(hosted, lan.serverSubnet);
        assertThat(refusal(lan.client, "payments.example.com"))
                .contains("the owner of " + hosted.service.serviceName() + " has not verified the name");
        hosted.provider.ec2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(hosted.service.serviceId()));
        assertThat(refusal(lan.client, "payments.example.com"))
                .contains("private DNS of " + endpoint.vpcEndpointId() + " is off");
        assertThat(refusal(lan.client, hosted.service.serviceName()))
                .contains("has no address in " + lan.vpc, "private DNS of " + endpoint.vpcEndpointId() + " is off");

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint.vpcEndpointId()).privateDnsEnabled(true));
        JsonNode flow = lan.traffic.tcp(lan.client, "payments.example.com", 443);
        assertThat(TrafficApi.records(flow))
                .contains(endpoint.networkInterfaceIds().get(0) + " ingress ACCEPT");
    }

    private void name(String resource, String name) {
        lan.ec2.createTags(r ->
                r.resources(resource).tags(Tag.builder().key("Name").value(name).build()));
    }

    private String refusal(String source, String destination) throws Exception {
        HttpResponse<String> answer = lan.traffic.post(
                "{'source':'%s','destination':'%s','destinationPort':443}".formatted(source, destination));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode refusal = TrafficApi.json(answer);
        assertThat(refusal.get("code").stringValue()).isEqualTo("UnresolvableFlow");
        return refusal.get("message").stringValue();
    }
}
