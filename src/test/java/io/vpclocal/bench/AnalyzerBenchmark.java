package io.vpclocal.bench;

import io.vpclocal.analysis.reach.Analyzer;
import io.vpclocal.analysis.reach.Answer;
import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.HeaderFilter;
import io.vpclocal.analysis.reach.PathEnd;
import io.vpclocal.analysis.reach.PathQuestion;
import io.vpclocal.analysis.reach.Ranges;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Run by hand. Measures analyses per second of one thread in the VPC of {@link EvaluatorBenchmark}, half of them with a
 * port, including components and explanations. Compare the figure by processor time.
 */
public final class AnalyzerBenchmark {

    private static final int QUESTIONS = 512;
    private static final int ROUNDS = 8;

    private AnalyzerBenchmark() {}

    public static void main(String[] args) {
        NetworkSnapshot network = EvaluatorBenchmark.network();
        List<PathQuestion> questions = questions(network);
        Analyzer analyzer =
                new Analyzer(Terrain.alone(network, new Scope("123456789012", "us-east-1")), Components.nameless());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= ROUNDS; round++) {
            long found = 0;
            long count = 0;
            long start = System.nanoTime();
            long startCpu = threads.getCurrentThreadCpuTime();
            while (System.nanoTime() - start < 2_000_000_000L) {
                for (PathQuestion question : questions) {
                    Answer answer = analyzer.answer(question);
                    found += answer.found() ? 1 : 0;
                }
                count += questions.size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
            System.out.printf(
                    "round %d: %,.0f analyses/s (%,.0f per second of processor time), %.0f%% with a path%n",
                    round, count / seconds, count / cpuSeconds, 100.0 * found / count);
        }
    }

    private static List<PathQuestion> questions(NetworkSnapshot network) {
        List<Network.NetworkInterface> interfaces =
                List.copyOf(network.inventory().interfaces());
        List<PathQuestion> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            PathEnd from = end(interfaces.get(i * 31 % interfaces.size()));
            PathEnd to = end(interfaces.get((i * 17 + 1) % interfaces.size()));
            HeaderFilter filter =
                    i % 2 == 0 ? HeaderFilter.ANY : new HeaderFilter(null, null, null, Ranges.of(443, 443));
            questions.add(new PathQuestion(from, to, PathQuestion.TCP, filter, HeaderFilter.ANY, Set.of(), Set.of()));
        }
        return questions;
    }

    private static PathEnd end(Network.NetworkInterface one) {
        return new PathEnd.Interfaces(one.id(), List.of(one.id()), false);
    }
}
