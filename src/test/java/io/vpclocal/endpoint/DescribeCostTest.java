package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static io.vpclocal.endpoint.Network.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;

/** What a description asks of the database does not grow with the number of endpoints. */
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
        long few = queries(() -> network.ec2.describeVpcEndpoints());
        long fewFiltered = queries(() -> network.ec2.describeVpcEndpoints(
                r -> r.filters(filter("vpc-id", network.vpc), filter("service-name", "*.kms"))));

        for (int i = 0; i < 15; i++) {
            network.gateway(S3, network.routeTable());
            network.interfaceTo(KMS, subnet);
        }
        assertThat(queries(() -> network.ec2.describeVpcEndpoints())).isEqualTo(few);
        assertThat(queries(() -> network.ec2.describeVpcEndpoints(
                        r -> r.filters(filter("vpc-id", network.vpc), filter("service-name", "*.kms")))))
                .isEqualTo(fewFiltered);
    }

    /** A page that the database filters is read as a page: one row more than is shown, to know whether there are others. */
    @Test
    void aPageReadsNoMoreThanItself() {
        Network network = new Network(aws.ec2());
        for (int i = 0; i < 20; i++) {
            network.gateway(S3);
        }
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        long before = statistics
                .getEntityStatistics(VpcEndpointEntity.class.getName())
                .getLoadCount();
        DescribeVpcEndpointsResponse page =
                network.ec2.describeVpcEndpoints(r -> r.maxResults(5).filters(filter("vpc-id", network.vpc)));

        assertThat(page.vpcEndpoints()).hasSize(5);
        assertThat(statistics
                                .getEntityStatistics(VpcEndpointEntity.class.getName())
                                .getLoadCount()
                        - before)
                .isEqualTo(6);
    }

    /** The fewest of some runs: what the emulator does in the background now and then is counted too. */
    private long queries(Runnable call) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = statistics.getPrepareStatementCount();
            call.run();
            fewest = Math.min(fewest, statistics.getPrepareStatementCount() - before);
        }
        return fewest;
    }
}
