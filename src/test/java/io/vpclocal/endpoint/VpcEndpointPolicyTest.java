package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint policies". */
@EmulatorTest
class VpcEndpointPolicyTest extends EndpointTestBase {

    private static final String READ_ONLY =
            "{ \"Statement\" : [{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:Get*\",\n"
                    + "\t\"Resource\":\"arn:aws:s3:::bücket/*\"}] }";

    private static final String FULL_ACCESS = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"all\","
            + "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @Test
    void aPolicyComesBackAsItWasSent() {
        String id =
                network.create(r -> r.serviceName(S3).policyDocument(READ_ONLY)).vpcEndpointId();
        assertThat(network.describe(id).policyDocument()).isEqualTo(READ_ONLY);
    }

    @Test
    void policiesAreChangedAndReset() {
        String id = network.interfaceTo(KMS).vpcEndpointId();

        network.modify(id, r -> r.policyDocument(READ_ONLY));
        assertThat(network.describe(id).policyDocument()).isEqualTo(READ_ONLY);
        network.modify(id, r -> r.resetPolicy(false));
        assertThat(network.describe(id).policyDocument()).isEqualTo(READ_ONLY);
        network.modify(id, r -> r.resetPolicy(true));
        assertThat(network.describe(id).policyDocument()).isEqualTo(EndpointPolicies.INTERFACE_DEFAULT);
    }

    /** The text is recorded from AWS. The positions follow from it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <policy/> | (1,1)
            {"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}] | (1,62)
            {"Statement":[{"Effect":"Perhaps","Principal":"*","Action":"*","Resource":"*"}]} | (1,25)
            """)
    void invalidPoliciesAreRejected(String policy, String position) {
        String text = "The Policy Document is not valid. Syntax error at position " + position;
        String id = network.gateway(S3).vpcEndpointId();

        Expect.awsError(
                "InvalidPolicyDocument",
                text,
                () -> network.create(r -> r.serviceName(S3).policyDocument(policy)));
        Expect.awsError("InvalidPolicyDocument", text, () -> network.modify(id, r -> r.policyDocument(policy)));
        assertThat(network.describe(id).policyDocument()).isEqualTo(EndpointPolicies.GATEWAY_DEFAULT);
    }

    /** The limit is AWS's, white space included; the text is our guess. */
    @Test
    void aPolicyHasAMaximumLength() {
        String longest = READ_ONLY + " ".repeat(EndpointPolicies.MAX_LENGTH - READ_ONLY.length());
        String id =
                network.create(r -> r.serviceName(S3).policyDocument(longest)).vpcEndpointId();

        assertThat(network.describe(id).policyDocument()).isEqualTo(longest).hasSize(20_480);
        Expect.awsError("InvalidPolicyDocument", () -> network.modify(id, r -> r.policyDocument(longest + " ")));
    }

    /** The text and email-smtp are recorded from AWS. The services with full access only are from the guide. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "appmesh-envoy-management",
                "apprunner.requests",
                "appstream.api",
                "appstream.streaming",
                "awsconnector",
                "email-smtp",
                "transfer.server"
            })
    void someServicesTakeFullAccessOnly(String suffix) {
        String service = "com.amazonaws.us-east-1." + suffix;
        String refusal = "Service " + service + " only supports the full-access endpoint policy.";
        VpcEndpoint made = network.interfaceTo(service);
        String id = made.vpcEndpointId();
        assertThat(made.policyDocument()).isEqualTo(EndpointPolicies.INTERFACE_DEFAULT);

        Expect.awsError(
                "InvalidParameter",
                refusal,
                () -> network.create(
                        r -> r.vpcEndpointType("Interface").serviceName(service).policyDocument(READ_ONLY)));
        Expect.awsError("InvalidParameter", refusal, () -> network.modify(id, r -> r.policyDocument(READ_ONLY)));
        network.modify(id, r -> r.policyDocument(FULL_ACCESS));
        assertThat(network.describe(id).policyDocument()).isEqualTo(FULL_ACCESS);
        network.modify(id, r -> r.resetPolicy(true));
        network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(service)
                .privateDnsEnabled(false)
                .policyDocument(EndpointPolicies.INTERFACE_DEFAULT));
    }

    /** AWS's own text is full access. Our guess: any statement without restrictions is too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Statement":{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["*"],"Resource":"*"}} | true
            {"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]} | false
            {"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]} | false
            {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::b"}]} | false
            {"Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"*","Resource":"*"}]} | false
            {"Statement":[{"Effect":"Allow","Principal":"*","NotAction":"*","Resource":"*"}]} | false
            {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]} | false
            """)
    void fullAccessLeavesNothingOut(String policy, boolean full) {
        assertThat(EndpointPolicy.ofInterface(policy).isFullAccess()).isEqualTo(full);
    }
}
