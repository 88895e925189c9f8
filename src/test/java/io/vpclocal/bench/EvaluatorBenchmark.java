package io.vpclocal.bench;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.GroupPeer;
import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.Peer;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.TrafficMatch;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Run by hand. Measures flows per second that one thread evaluates in a VPC of 1,000 interfaces, 50 security groups and
 * 20 subnets, including hop lists. Compare the figure by processor time. Half the flows stay in the VPC, the others go
 * out through a NAT gateway.
 */
public final class EvaluatorBenchmark {

    private static final int INTERFACES = 1_000;
    private static final int GROUPS = 50;
    private static final int SUBNETS = 20;
    private static final int FLOWS = 4_096;
    private static final int ROUNDS = 8;

    private EvaluatorBenchmark() {}

    public static void main(String[] args) {
        NetworkSnapshot network = network();
        List<Flow> flows = flows();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= ROUNDS; round++) {
            long hops = 0;
            long allowed = 0;
            long count = 0;
            long start = System.nanoTime();
            long startCpu = threads.getCurrentThreadCpuTime();
            while (System.nanoTime() - start < 2_000_000_000L) {
                for (Flow flow : flows) {
                    FlowVerdict verdict = Evaluator.evaluate(network, flow);
                    hops += verdict.request().hops().size();
                    allowed += verdict.allowed() ? 1 : 0;
                }
                count += flows.size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
            System.out.printf(
                    "round %d: %,.0f flows/s (%,.0f per second of processor time), %.1f request hops each, %.0f%% allowed%n",
                    round, count / seconds, count / cpuSeconds, (double) hops / count, 100.0 * allowed / count);
        }
    }

    static NetworkSnapshot network() {
        return network(INTERFACES);
    }

    /** The same VPC with fewer interfaces. */
    public static NetworkSnapshot network(int interfaces) {
        NetworkSnapshot.Builder parts = NetworkSnapshot.builder();
        parts.add(new Network.Vpc(
                        "vpc-1", List.of(Cidr.parse("10.0.0.0/16")), true, true, Network.BlockPublicAccess.OFF))
                .add(new Network.InternetGateway("igw-1", "vpc-1"));
        Route local = new Route(block("10.0.0.0/16"), RouteTarget.LOCAL, null, false, false);
        parts.add(new Network.RouteTable(
                        "rtb-main",
                        "vpc-1",
                        true,
                        List.of(local, new Route(block("0.0.0.0/0"), RouteTarget.NAT_GATEWAY, "nat-1", false, false))))
                .add(new Network.RouteTable(
                        "rtb-public",
                        "vpc-1",
                        false,
                        List.of(
                                local,
                                new Route(block("0.0.0.0/0"), RouteTarget.INTERNET_GATEWAY, "igw-1", false, false))));
        List<Network.AclEntry> entries = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (int i = 1; i <= 5; i++) {
                entries.add(new Network.AclEntry(
                        i * 10, direction, false, new TrafficMatch(6, i, i), Cidr.parse("192.0.2.0/24")));
            }
            entries.add(new Network.AclEntry(100, direction, true, TrafficMatch.ALL, Cidr.parse("0.0.0.0/0")));
        }
        parts.add(new Network.NetworkAcl("acl-1", "vpc-1", true, entries));
        for (int i = 0; i < SUBNETS; i++) {
            List<Cidr> cidrs = List.of(Cidr.parse("10.0." + i + ".0/24"));
            String table = i == 0 ? "rtb-public" : null;
            parts.add(new Network.Subnet("subnet-" + i, "vpc-1", cidrs, "us-east-1a", "use1-az1", table, null));
        }
        for (int i = 0; i < GROUPS; i++) {
            parts.add(group(i));
        }
        addInterfaces(parts, interfaces);
        return parts.build();
    }

    private static Network.SecurityGroup group(int index) {
        List<GroupRule> rules = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Peer peer = i % 2 == 0
                    ? new GroupPeer("sg-" + (index + i) % GROUPS)
                    : block("10.0." + (index + i) % SUBNETS + ".0/24");
            rules.add(new GroupRule(
                    "sgr-" + index + "-" + i, Direction.INGRESS, new TrafficMatch(6, 8000 + i, 8010 + i), peer));
        }
        rules.add(new GroupRule("sgr-" + index + "-o", Direction.EGRESS, TrafficMatch.ALL, block("0.0.0.0/0")));
        rules.add(new GroupRule(
                "sgr-" + index + "-i", Direction.INGRESS, new TrafficMatch(6, 443, 443), block("10.0.0.0/16")));
        return new Network.SecurityGroup("sg-" + index, "vpc-1", rules);
    }

    private static void addInterfaces(NetworkSnapshot.Builder parts, int interfaces) {
        for (int i = 0; i < interfaces; i++) {
            IpAddress address = IpAddress.parse("10.0." + i % SUBNETS + "." + (10 + i / SUBNETS));
            parts.add(new Network.NetworkInterface(
                    "eni-" + i,
                    "subnet-" + i % SUBNETS,
                    "123456789010",
                    "interface",
                    "i-" + i,
                    List.of(new Network.PrivateAddress(address, null)),
                    List.of(),
                    List.of("sg-" + i % GROUPS, "sg-" + (i + 7) % GROUPS),
                    true,
                    true));
        }
        IpAddress nat = IpAddress.parse("10.0.0.250");
        parts.add(new Network.NetworkInterface(
                        "eni-nat",
                        "subnet-0",
                        "123456789010",
                        "nat_gateway",
                        null,
                        List.of(new Network.PrivateAddress(nat, IpAddress.parse("198.51.100.1"))),
                        List.of(),
                        List.of(),
                        false,
                        true))
                .add(new Network.NatGateway("nat-1", true, "eni-nat"));
    }

    private static List<Flow> flows() {
        SplittableRandom random = new SplittableRandom(42);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow.Endpoint source = Flow.networkInterface("eni-" + random.nextInt(INTERFACES));
            Flow.Endpoint target = i % 2 == 0
                    ? Flow.networkInterface("eni-" + random.nextInt(INTERFACES))
                    : Flow.address("203.0.113." + random.nextInt(256));
            flows.add(Flow.tcp(source, target, 40_000 + i, random.nextInt(4) == 0 ? 8005 : 443));
        }
        return flows;
    }

    private static Peer block(String cidr) {
        return new CidrPeer(Cidr.parse(cidr));
    }
}
