package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.bench.EvaluatorBenchmark;
import io.vpclocal.protocol.Scope;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AccessScopePath;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;
import software.amazon.awssdk.services.ec2.model.PathStatement;

/**
 * Run by hand. Measures analyses of Network Access Analyzer by one thread in a VPC of 200 interfaces, 50 groups and 20
 * subnets, of which 100 kinds differ. Compare the figures by processor time; the first round includes compilation.
 */
public final class AccessScopeBenchmark {

    private static final int INTERFACES = 200;
    private static final int ROUNDS = 5;

    private AccessScopeBenchmark() {}

    public static void main(String[] args) {
        Terrain terrain = Terrain.alone(EvaluatorBenchmark.network(INTERFACES), new Scope("123456789012", "us-east-1"));
        Map<String, AccessScopePath> scopes = new LinkedHashMap<>();
        PathStatement inside = PathStatement.builder()
                .resourceStatement(r -> r.resources("vpc-1"))
                .build();
        scopes.put(
                "all inside",
                AccessScopePath.builder().source(inside).destination(inside).build());
        scopes.put(
                "inside to 8005",
                AccessScopePath.builder()
                        .source(inside)
                        .destination(d -> d.resourceStatement(r -> r.resources("vpc-1"))
                                .packetHeaderStatement(h -> h.destinationPorts("8005")))
                        .build());
        scopes.put(
                "to the internet",
                AccessScopePath.builder()
                        .source(inside)
                        .destination(d -> d.resourceStatement(r -> r.resourceTypes("AWS::EC2::InternetGateway")))
                        .build());
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<String, AccessScopePath> scope : scopes.entrySet()) {
                measure(round, scope.getKey(), scope.getValue(), terrain);
            }
        }
    }

    private static void measure(int round, String name, AccessScopePath match, Terrain terrain) {
        NetworkInsightsAccessScopeContent content =
                NetworkInsightsAccessScopeContent.builder().matchPaths(match).build();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startCpu = threads.getCurrentThreadCpuTime();
        ScopeResult result = new ScopeSearch(terrain, Components.nameless(), list -> List.of(), content).run();
        System.out.printf(
                "round %d, %s: %.2f s (%.2f s of processor time), %d findings%n",
                round,
                name,
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - startCpu) / 1e9,
                result.findings().size());
    }
}
