package io.vpclocal.endpoint.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpoint.Network;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;

/**
 * The response's bytes, except for the two forms of an empty element. The order of elements is the API model's. The
 * presence and case of elements, also of empty lists, are recorded from AWS.
 */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class VpcEndpointWireTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><";
    private static final String NAMESPACE =
            " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>ID</requestId>";

    @Autowired
    private Aws aws;

    private Network network;

    @BeforeAll
    void newNetwork() {
        // The account of the key that the raw requests carry.
        network = new Network(aws.ec2(Aws.root("000000000000"), Region.US_EAST_1));
    }

    @AfterAll
    void leaveNothing() {
        network.ec2
                .describeVpcEndpoints(r -> r.filters(Network.filter("vpc-id", network.vpc)))
                .vpcEndpoints()
                .forEach(endpoint -> network.delete(endpoint.vpcEndpointId()));
    }

    @Test
    void createAnInterface() throws Exception {
        String subnet = network.subnet("us-east-1a");
        String answer = call(
                "CreateVpcEndpoint",
                "&VpcEndpointType=Interface&VpcId=" + network.vpc
                        + "&ServiceName=com.amazonaws.us-east-1.kms&SubnetId.1=" + subnet + "&PrivateDnsEnabled=true");

        assertThat(answer.replaceAll("vpce-0[0-9a-f]{16}", "VPCE")
                        .replaceAll("eni-0[0-9a-f]{16}", "ENI")
                        .replaceAll("VPCE-[a-z0-9]{8}", "VPCE-TOKEN")
                        .replaceAll("Z[0-9A-Z]{20}", "PRIVATEZONE")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "TIME")
                        .replace(network.vpc, "VPC")
                        .replace(subnet, "SUBNET")
                        .replace(network.defaultGroup(), "GROUP"))
                .isEqualTo(HEAD + "CreateVpcEndpointResponse" + NAMESPACE
                        + "<vpcEndpoint><vpcEndpointId>VPCE</vpcEndpointId><vpcEndpointType>Interface</vpcEndpointType>"
                        + "<vpcId>VPC</vpcId><serviceName>com.amazonaws.us-east-1.kms</serviceName>"
                        + "<state>pending</state><policyDocument>{\n  \"Statement\": [\n    {\n      \"Action\": \"*\","
                        + " \n      \"Effect\": \"Allow\", \n      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n"
                        + "    }\n  ]\n}</policyDocument><routeTableIdSet/><subnetIdSet><item>SUBNET</item>"
                        + "</subnetIdSet><groupSet><item><groupId>GROUP</groupId><groupName>default</groupName></item>"
                        + "</groupSet><ipAddressType>ipv4</ipAddressType><dnsOptions><dnsRecordIpType>ipv4"
                        + "</dnsRecordIpType></dnsOptions><privateDnsEnabled>true</privateDnsEnabled>"
                        + "<requesterManaged>false</requesterManaged><networkInterfaceIdSet><item>ENI</item>"
                        + "</networkInterfaceIdSet><dnsEntrySet><item>"
                        + "<dnsName>VPCE-TOKEN.kms.us-east-1.vpce.amazonaws.com</dnsName>"
                        + "<hostedZoneId>Z7HUB22UULQXV</hostedZoneId></item><item>"
                        + "<dnsName>VPCE-TOKEN-us-east-1a.kms.us-east-1.vpce.amazonaws.com</dnsName>"
                        + "<hostedZoneId>Z7HUB22UULQXV</hostedZoneId></item><item>"
                        + "<dnsName>kms.us-east-1.amazonaws.com</dnsName><hostedZoneId>PRIVATEZONE</hostedZoneId>"
                        + "</item></dnsEntrySet><creationTimestamp>TIME</creationTimestamp><tagSet/>"
                        + "<ownerId>000000000000</ownerId><serviceRegion>us-east-1</serviceRegion></vpcEndpoint>"
                        + "</CreateVpcEndpointResponse>");
    }

    @Test
    void modify() throws Exception {
        String id = network.gateway(Network.S3).vpcEndpointId();
        assertThat(call("ModifyVpcEndpoint", "&VpcEndpointId=" + id + "&ResetPolicy=true"))
                .isEqualTo(HEAD + "ModifyVpcEndpointResponse" + NAMESPACE
                        + "<return>true</return></ModifyVpcEndpointResponse>");
    }

    @Test
    void deleteExistingEndpoint() throws Exception {
        String id = network.gateway(Network.S3).vpcEndpointId();
        assertThat(call("DeleteVpcEndpoints", "&VpcEndpointId.1=" + id))
                .isEqualTo(HEAD + "DeleteVpcEndpointsResponse" + NAMESPACE
                        + "<unsuccessful/></DeleteVpcEndpointsResponse>");
    }

    @Test
    void deleteUnknownEndpoint() throws Exception {
        assertThat(call("DeleteVpcEndpoints", "&VpcEndpointId.1=vpce-00000000000000000"))
                .isEqualTo(HEAD + "DeleteVpcEndpointsResponse" + NAMESPACE
                        + "<unsuccessful><item><error><code>InvalidVpcEndpoint.NotFound</code>"
                        + "<message>The Vpc Endpoint Id 'vpce-00000000000000000' does not exist</message></error>"
                        + "<resourceId>vpce-00000000000000000</resourceId></item></unsuccessful>"
                        + "</DeleteVpcEndpointsResponse>");
    }

    @Test
    void describeNothing() throws Exception {
        assertThat(call("DescribeVpcEndpoints", "&Filter.1.Name=vpc-id&Filter.1.Value.1=none"))
                .isEqualTo(HEAD + "DescribeVpcEndpointsResponse" + NAMESPACE
                        + "<vpcEndpointSet/></DescribeVpcEndpointsResponse>");
        assertThat(call("DescribeVpcEndpointAssociations", ""))
                .isEqualTo(HEAD + "DescribeVpcEndpointAssociationsResponse" + NAMESPACE
                        + "<vpcEndpointAssociationSet/></DescribeVpcEndpointAssociationsResponse>");
    }

    /** The bytes of such an answer are recorded from AWS. */
    @Test
    void anError() throws Exception {
        HttpResponse<String> answer = RawHttp.form(
                aws.endpoint(),
                "Action=DescribeVpcEndpoints&Version=2016-11-15&VpcEndpointId.1=vpce-00000000000000000");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replaceAll("<RequestID>[^<]*", "<RequestID>ID"))
                .isEqualTo(HEAD + "Response><Errors><Error><Code>InvalidVpcEndpointId.NotFound</Code>"
                        + "<Message>The Vpc Endpoint Id 'vpce-00000000000000000' does not exist</Message></Error>"
                        + "</Errors><RequestID>ID</RequestID></Response>");
    }

    @Test
    void aDryRun() throws Exception {
        HttpResponse<String> answer = RawHttp.form(
                aws.endpoint(),
                "Action=CreateVpcEndpoint&Version=2016-11-15&DryRun=true&ServiceName=com.amazonaws.us-east-1.s3&VpcId="
                        + network.vpc);
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).contains("<Code>DryRunOperation</Code>");
    }

    private String call(String action, String parameters) throws Exception {
        HttpResponse<String> answer =
                RawHttp.form(aws.endpoint(), "Action=" + action + "&Version=2016-11-15" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<requestId>[^<]*", "<requestId>ID").replaceAll("<(\\w+)></\\1>", "<$1/>");
    }
}
