package io.vpclocal.packaged;

import io.vpclocal.testkit.VpcLocal;
import io.vpclocal.testkit.VpcLocalAccount;
import io.vpclocal.testkit.VpcLocalTest;
import java.io.IOException;
import java.util.Map;

/**
 * Uses the test kit as a test run does, in its own JVM. For each input line it gets the emulator, creates a VPC in a
 * new account and prints {@code endpoint account milliseconds rows}. {@code rows} is the number of VPCs in account
 * {@code 111122223333}, which then gets one more. It ends at the end of the input.
 */
public final class KitProgram {

    private KitProgram() {}

    public static void main(String[] arguments) throws IOException {
        VpcLocalTest.Reuse reuse = VpcLocalTest.Reuse.valueOf(arguments[0]);
        while (System.in.read() >= 0) {
            long start = System.nanoTime();
            VpcLocal emulator = VpcLocal.shared(Map.of(), reuse);
            VpcLocalAccount account = emulator.newAccount();
            account.user("somebody", null);
            long millis = (System.nanoTime() - start) / 1_000_000;
            boolean left =
                    !emulator.account("111122223333").control().requests().isEmpty();
            emulator.account("111122223333").user("somebody-" + account.id(), null);
            System.out.println(String.join(
                    " ", emulator.endpoint().toString(), account.id(), String.valueOf(millis), String.valueOf(left)));
        }
    }
}
