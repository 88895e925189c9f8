package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Expected: Elastic Load Balancing API Reference, AddTags, RemoveTags, DescribeTags, and "Quotas". */
@EmulatorTest
class LoadBalancerTagTest {

    @Autowired
    private Aws aws;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    @Test
    void everyResourceHasTags() {
        String front = lan.create(Balanced.internal("front")
                        .subnets(lan.subnetA())
                        .tags(t -> t.key("Name").value("front"))
                        .build())
                .loadBalancerArn();
        String group = lan.targets("tcp", "TCP", 80).targetGroupArn();
        String listener = lan.elb()
                .createListener(r -> r.loadBalancerArn(front)
                        .protocol("TCP")
                        .port(80)
                        .tags(t -> t.key("Name").value("listener"))
                        .defaultActions(a -> a.type("forward").targetGroupArn(group)))
                .listeners()
                .get(0)
                .listenerArn();
        lan.elb().addTags(r -> r.resourceArns(front, group)
                .tags(t -> t.key("stage").value("test"), t -> t.key("Name").value("changed")));
        assertThat(tags(front)).containsExactly("Name=changed", "stage=test");
        lan.elb().removeTags(r -> r.resourceArns(front, listener).tagKeys("Name", "unknown"));
        assertThat(lan.elb()
                        .describeTags(r -> r.resourceArns(front, group, listener))
                        .tagDescriptions())
                .extracting(TagDescription::resourceArn, each -> each.tags().size())
                .containsExactly(tuple(front, 1), tuple(group, 2), tuple(listener, 0));
    }

    /** This service's tags are separate from EC2 tags. */
    @Test
    void ec2DoesNotSeeThem() {
        String front = lan.network("front").loadBalancerArn();
        lan.elb().addTags(r -> r.resourceArns(front).tags(t -> t.key("stage").value("test")));
        assertThat(lan.ec2().describeTags().tags()).isEmpty();
    }

    @Test
    void aResourceHasFiftyTagsAtMost() {
        String front = lan.network("front").loadBalancerArn();
        lan.elb().addTags(r -> r.resourceArns(front).tags(many(0, 50)));
        Expect.awsError("TooManyTags", () -> lan.elb()
                .addTags(r -> r.resourceArns(front).tags(many(50, 51))));
        assertThat(tags(front)).hasSize(50);
        Expect.awsError("ValidationError", () -> lan.elb()
                .addTags(r -> r.resourceArns("nonsense").tags(many(0, 1))));
        Expect.awsError("ValidationError", () -> lan.elb().addTags(r -> r.resourceArns(front)));
    }

    /** The default quotas. */
    @Test
    void accountLimitsAreDescribed() {
        assertThat(lan.elb().describeAccountLimits().limits())
                .contains(
                        Limit.builder().name("network-load-balancers").max("50").build(),
                        Limit.builder().name("target-groups").max("3000").build());
        assertThat(lan.elb().describeAccountLimits(r -> r.pageSize(1)).nextMarker())
                .isNotNull();
    }

    @Test
    void capacityReservationsAreNotSupported() {
        String front = lan.network("front").loadBalancerArn();
        var capacity = lan.elb().describeCapacityReservation(r -> r.loadBalancerArn(front));
        assertThat(capacity.minimumLoadBalancerCapacity()).isNull();
        assertThat(capacity.capacityReservationState()).isEmpty();
    }

    private List<String> tags(String arn) {
        return lan.elb().describeTags(r -> r.resourceArns(arn)).tagDescriptions().get(0).tags().stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .toList();
    }

    private static List<Tag> many(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                .toList();
    }
}
