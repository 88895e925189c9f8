package io.vpclocal.bench;

import io.vpclocal.testkit.VpcLocal;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Prints the seconds from the first use of the test kit in this JVM until the first call is answered. */
final class FirstKitCall {

    private FirstKitCall() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        VpcLocal.shared().newAccount().client(Ec2Client.class).describeVpcs();
        System.out.println((System.nanoTime() - start) / 1e9);
        System.exit(0);
    }
}
