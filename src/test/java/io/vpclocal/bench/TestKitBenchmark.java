package io.vpclocal.bench;

import io.vpclocal.testkit.VpcLocal;
import io.vpclocal.testkit.VpcLocalAccount;
import java.util.Arrays;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Prints how long tests wait for the emulator in their JVM: until the first response, and for each reset of an account
 * with a small and a large network. Uses the executable jar if it is on the class path.
 */
public final class TestKitBenchmark {

    private static final int RESETS = 200;
    private static final int LARGE_RESETS = 15;
    private static final int RESOURCES = 1000;

    private TestKitBenchmark() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        VpcLocalAccount account = VpcLocal.shared().newAccount();
        System.out.printf("emulator started             %8.2f s%n", millisSince(start) / 1000);
        Ec2Client ec2 = account.client(Ec2Client.class);
        ec2.describeVpcs();
        System.out.printf("first call answered          %8.2f s%n", millisSince(start) / 1000);
        smallResets(account, ec2);
        largeResets(account, ec2);
        System.exit(0);
    }

    private static void smallResets(VpcLocalAccount account, Ec2Client ec2) {
        double[] resets = new double[RESETS];
        for (int i = 0; i < RESETS; i++) {
            String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
            ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"));
            ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.amazonaws.us-east-1.s3"));
            resets[i] = reset(account);
        }
        System.out.printf("first reset                  %8.2f ms%n", resets[0]);
        Arrays.sort(resets);
        System.out.printf("reset, median of %d         %8.2f ms%n", RESETS, resets[RESETS / 2]);
        System.out.printf("reset, p99                   %8.2f ms%n", resets[RESETS * 99 / 100]);
    }

    private static void largeResets(VpcLocalAccount account, Ec2Client ec2) {
        double[] resets = new double[LARGE_RESETS];
        for (int i = 0; i < LARGE_RESETS; i++) {
            String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
            for (int group = 0; group < RESOURCES; group++) {
                String name = "group-" + group;
                ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description("one of many"));
            }
            resets[i] = reset(account);
        }
        Arrays.sort(resets);
        System.out.printf(
                "reset of %,d groups with their rules, median of %d  %8.2f ms, worst %8.2f ms%n",
                RESOURCES, LARGE_RESETS, resets[LARGE_RESETS / 2], resets[LARGE_RESETS - 1]);
    }

    private static double reset(VpcLocalAccount account) {
        long begin = System.nanoTime();
        account.control().reset();
        return millisSince(begin);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
