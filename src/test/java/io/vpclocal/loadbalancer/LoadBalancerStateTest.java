package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Load balancers in use by other modules, under concurrent calls, and after an account reset. */
@EmulatorTest
class LoadBalancerStateTest {

    @Autowired
    private Aws aws;

    @Autowired
    private UsedLoadBalancers used;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    /** Code and text are recorded from AWS. */
    @Test
    void aLoadBalancerOfAServiceIsNotDeleted() {
        String arn = lan.network("front").loadBalancerArn();
        used.arns.add(arn);
        Expect.awsError(
                "ResourceInUse",
                "Load balancer '" + arn + "' cannot be deleted because it is currently associated with another service",
                () -> lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn)));
        used.arns.remove(arn);
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        assertThat(lan.all()).isEmpty();
    }

    @Test
    void anAccountResetDeletesThem() throws Exception {
        LoadBalancer front = lan.network("front");
        TargetGroup group = lan.targets("tcp", "TCP", 80);
        lan.elb().createListener(r -> r.loadBalancerArn(front.loadBalancerArn())
                .protocol("TCP")
                .port(80)
                .tags(t -> t.key("a").value("b"))
                .defaultActions(a -> a.type("forward").targetGroupArn(group.targetGroupArn())));
        lan.elb().registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(t -> t.id("10.0.1.10")));
        LoadBalancer others = Balanced.in(aws).network("others");
        ControlApi.Answer answer = new ControlApi(aws.endpoint()).post("/_vpclocal/reset?account=" + lan.account());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(lan.all()).isEmpty();
        assertThat(lan.elb().describeTargetGroups().targetGroups()).isEmpty();
        String account = others.loadBalancerArn().split(":", -1)[4];
        assertThat(aws.elb(account).describeLoadBalancers().loadBalancers()).hasSize(1);
    }

    /** "This operation is idempotent, which means that it completes at most one time." */
    @Test
    void concurrentCallsWithOneNameCreateOneLoadBalancer() throws Exception {
        List<String> arns = together(12, () -> lan.network("front").loadBalancerArn());
        assertThat(arns).doesNotContain("").containsOnly(arns.get(0));
        assertThat(lan.all()).hasSize(1);
    }

    /** A port has one listener, and a listener keeps its target group, under concurrent calls. */
    @Test
    void aTargetGroupIsNotDeletedDuringListenerCreation() throws Exception {
        String front = lan.network("front").loadBalancerArn();
        for (int i = 0; i < 8; i++) {
            int port = 80 + i;
            String group = lan.targets("t" + i, "TCP", port).targetGroupArn();
            together(
                    2,
                    List.of(
                            () -> lan.elb()
                                    .createListener(r -> r.loadBalancerArn(front)
                                            .protocol("TCP")
                                            .port(port)
                                            .defaultActions(
                                                    a -> a.type("forward").targetGroupArn(group)))
                                    .toString(),
                            () -> lan.elb()
                                    .deleteTargetGroup(r -> r.targetGroupArn(group))
                                    .toString()));
        }
        int listeners = lan.elb()
                .describeListeners(r -> r.loadBalancerArn(front))
                .listeners()
                .size();
        assertThat(lan.elb().describeTargetGroups().targetGroups()).hasSize(listeners);
    }

    private static List<String> together(int calls, Callable<String> call) throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(call);
        }
        return together(calls, all);
    }

    /** The results of concurrent calls; empty for a rejected call. */
    private static List<String> together(int threads, List<Callable<String>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(calls.stream()
                    .<Callable<String>>map(call -> () -> resultOf(call))
                    .toList())) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static String resultOf(Callable<String> call) throws Exception {
        try {
            return call.call();
        } catch (AwsServiceException refused) {
            assertThat(refused.statusCode()).as(refused.getMessage()).isEqualTo(400);
            return "";
        }
    }
}
