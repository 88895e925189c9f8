package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Expected answers: AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint policies". */
@EmulatorTest
class VpcEndpointPolicyTest {

    private static final String READ_ONLY =
            "{ \"Statement\" : [{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:Get*\",\n"
                    + "\t\"Resource\":\"arn:aws:s3:::bücket/*\"}] }";

    @Autowired
    private Aws aws;

    private Network network;

    @BeforeEach
    void newNetwork() {
        network = new Network(aws.ec2());
    }

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

    /** The text is recorded from AWS, the positions follow from it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <policy/> | (1,1)
            {"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}] | (1,62)
            {"Statement":[{"Effect":"Perhaps","Principal":"*","Action":"*","Resource":"*"}]} | (1,25)
            """)
    void whatIsNoPolicyIsRefused(String policy, String position) {
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
    void aPolicyHasAGreatestLength() {
        String longest = READ_ONLY + " ".repeat(EndpointPolicies.MAX_LENGTH - READ_ONLY.length());
        String id =
                network.create(r -> r.serviceName(S3).policyDocument(longest)).vpcEndpointId();

        assertThat(network.describe(id).policyDocument()).isEqualTo(longest).hasSize(20_480);
        Expect.awsError("InvalidPolicyDocument", () -> network.modify(id, r -> r.policyDocument(longest + " ")));
    }

    /** That the service takes no policy is AWS's; how it refuses one is our guess. */
    @Test
    void someServicesTakeNoPolicy() {
        String service = "com.amazonaws.us-east-1.transfer.server";
        assertThat(network.interfaceTo(service).policyDocument()).isEqualTo(EndpointPolicies.INTERFACE_DEFAULT);
        Expect.awsError(
                "InvalidParameter",
                "The VPC endpoint service " + service + " does not support endpoint policies.",
                () -> network.create(
                        r -> r.vpcEndpointType("Interface").serviceName(service).policyDocument(READ_ONLY)));
    }
}
