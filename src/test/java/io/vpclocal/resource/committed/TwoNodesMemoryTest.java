package io.vpclocal.resource.committed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Derived from logic: a node's memory is never older than an answer of another node. */
class TwoNodesMemoryTest {

    private static final int ROUNDS = 15;

    @Test
    void writesOfOneNodeAreDescribedByTheOther() throws Exception {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start();
                OwnEmulator first = start(server);
                OwnEmulator second = start(server)) {
            String account = Aws.newAccount();
            Ec2Client one = first.aws().ec2(account);
            Ec2Client two = second.aws().ec2(account);
            for (int i = 0; i < ROUNDS; i++) {
                // Both nodes have the rows in memory and change them in turn.
                Ec2Client writer = i % 2 == 0 ? one : two;
                Ec2Client reader = i % 2 == 0 ? two : one;
                String value = "v" + i;
                String vpc =
                        writer.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
                writer.createTags(r -> r.resources(vpc).tags(t -> t.key("k").value(value)));

                Vpc seen = reader.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0);
                assertThat(seen.tags()).extracting(Tag::value).containsExactly(value);
                assertThat(tagged(reader, value)).containsExactly(vpc);
                reader.deleteVpc(r -> r.vpcId(vpc));
                assertThat(tagged(writer, value)).isEmpty();
            }
        }
    }

    private static List<String> tagged(Ec2Client ec2, String value) {
        return ec2
                .describeVpcs(r ->
                        r.filters(Filter.builder().name("tag:k").values(value).build()))
                .vpcs()
                .stream()
                .map(Vpc::vpcId)
                .toList();
    }

    private static OwnEmulator start(PostgresServer server) {
        return OwnEmulator.start(Map.of(
                "vpclocal.database.url", server.url(),
                "vpclocal.database.username", server.user(),
                "vpclocal.key", "the same on both"));
    }
}
