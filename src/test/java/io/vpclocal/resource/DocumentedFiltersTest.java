package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The filters that AWS's API model documents: each action takes each of its filters. */
@EmulatorTest
class DocumentedFiltersTest {

    /** What the actions require besides filters. */
    static final Map<String, String> REQUIRED = Map.of(
            "DescribeLaunchTemplateVersions", "&LaunchTemplateId={TEMPLATE}",
            "DescribeVpcEndpointServicePermissions", "&ServiceId={SERVICE}",
            "GetSecurityGroupsForVpc", "&VpcId={VPC}",
            "GetSubnetCidrReservations", "&SubnetId={SUBNET}");

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    /** An action with the names of its filters. */
    static Stream<String> actions() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DocumentedFiltersTest.class.getResourceAsStream("documented-filters.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyDocumentedFilterIsTaken(String line) throws Exception {
        String[] words = line.split(" ");
        String required = new SampleIds(aws, account).fill(REQUIRED.getOrDefault(words[0], ""));
        NamedCalls calls = new NamedCalls(aws, account);
        for (int i = 1; i < words.length; i++) {
            // The group of a security group rule must have the form of an id.
            String form = "Action=" + words[0] + required + "&Filter.1.Name=" + words[i]
                    + "&Filter.1.Value.1=sg-0123456789abcdef0";
            assertThat(calls.error(form)).as(form).isEmpty();
        }
    }
}
