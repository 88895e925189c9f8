package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static io.vpclocal.endpoint.Network.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.StatementCount;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of SQL statements of a description does not grow with the number of endpoints. */
@SlowEmulatorTest
class DescribeCostTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void theNumberOfQueriesIsConstant() {
        Network network = new Network(aws.ec2());
        String subnet = network.subnet("us-east-1a");
        String table = network.routeTable();
        network.gateway(S3, table);
        network.interfaceTo(KMS, subnet);
        long few = StatementCount.of(entities, () -> network.ec2.describeVpcEndpoints());
        long fewFiltered = StatementCount.of(
                entities,
                () -> network.ec2.describeVpcEndpoints(
                        r -> r.filters(filter("vpc-id", network.vpc), filter("service-name", "*.kms"))));

        for (int i = 0; i < 15; i++) {
            network.gateway(S3, network.routeTable());
            network.interfaceTo(KMS, subnet);
        }
        assertThat(StatementCount.of(entities, () -> network.ec2.describeVpcEndpoints()))
                .isEqualTo(few);
        assertThat(StatementCount.of(
                        entities,
                        () -> network.ec2.describeVpcEndpoints(
                                r -> r.filters(filter("vpc-id", network.vpc), filter("service-name", "*.kms")))))
                .isEqualTo(fewFiltered);
    }

    /** Repeated descriptions need no statement until a commit changes the data. */
    @Test
    void unchangedEndpointsAreNotReadAgain() {
        Network network = new Network(aws.ec2());
        for (int i = 0; i < 20; i++) {
            network.gateway(S3);
        }
        network.ec2.describeVpcEndpoints();
        long loaded = loadedEndpoints();

        assertThat(StatementCount.of(entities, () -> assertThat(network.ec2
                                .describeVpcEndpoints(r -> r.maxResults(5).filters(filter("vpc-id", network.vpc)))
                                .vpcEndpoints())
                        .hasSize(5)))
                .isZero();
        assertThat(loadedEndpoints()).isEqualTo(loaded);
    }

    /** One more endpoint is one more row to read, however many there are. */
    @Test
    void onlyChangedEndpointsAreReadAgain() {
        Network network = new Network(aws.ec2());
        for (int i = 0; i < 20; i++) {
            network.gateway(S3);
        }
        network.ec2.describeVpcEndpoints();
        long loaded = loadedEndpoints();
        network.gateway(S3);

        assertThat(network.ec2
                        .describeVpcEndpoints(r -> r.filters(filter("vpc-id", network.vpc)))
                        .vpcEndpoints())
                .hasSize(21);
        assertThat(loadedEndpoints() - loaded).isEqualTo(1);
    }

    private long loadedEndpoints() {
        return entities.unwrap(SessionFactory.class)
                .getStatistics()
                .getEntityStatistics(VpcEndpointEntity.class.getName())
                .getLoadCount();
    }
}
