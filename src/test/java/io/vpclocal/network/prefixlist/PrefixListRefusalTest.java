package io.vpclocal.network.prefixlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Rules: AWS documentation, VPC User Guide: "Customer-managed prefix lists", and EC2 API Reference. */
@EmulatorTest
class PrefixListRefusalTest {

    private static final String S3 = "pl-63a5400a";

    @Autowired
    private Aws aws;

    private TestLists lists;
    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
        lists = new TestLists(ec2);
    }

    /** Recorded from AWS, except for unknown address families. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | IPv4 | one | 10.0.0.0/8 | InvalidParameterValue | Must specify a max size between 1 and 1000",
                "1001 | IPv4 | one | 10.0.0.0/8 | InvalidParameterValue | Must specify a max size between 1 and 1000",
                "1 | IPv5 | one | 10.0.0.0/8 | InvalidParameterValue | Value (IPv5) for parameter addressFamily is"
                        + " invalid. Expecting IPv4 or IPv6.",
                "1 | IPv4 | com.amazonaws.x | 10.0.0.0/8 | InvalidParameterValue | The prefix list name cannot begin with"
                        + " (com.amazonaws., com.amazon., com.aws.).",
                "1 | IPv4 | com.amazon.x | 10.0.0.0/8 | InvalidParameterValue | The prefix list name cannot begin with"
                        + " (com.amazonaws., com.amazon., com.aws.).",
                "1 | IPv4 | com.aws.x | 10.0.0.0/8 | InvalidParameterValue | The prefix list name cannot begin with"
                        + " (com.amazonaws., com.amazon., com.aws.).",
                "1 | IPv6 | one | 10.0.0.0/8 | InvalidParameterCombination | An (IPv6) prefix list cannot contain an"
                        + " (10.0.0.0/8) CIDR.",
                "1 | IPv4 | one | 2001:db8::/32 | InvalidParameterCombination | An (IPv4) prefix list cannot contain an"
                        + " (2001:db8::/32) CIDR.",
                "1 | IPv4 | one | ten | InvalidParameterValue | The specified CIDR (ten) is not valid. For example, specify"
                        + " a CIDR in the following form: 10.0.0.0/16.",
                "1 | IPv4 | one | 52.94.133.132/24 | InvalidParameterValue | The specified CIDR (52.94.133.132/24) is not"
                        + " valid. For example, specify a CIDR in the following form: 10.0.0.0/16.",
                "1 | IPv6 | one | 2001:db8::1/64 | InvalidParameterValue | The specified CIDR (2001:db8::1/64) is not"
                        + " valid. For example, specify a CIDR in the following form: 10.0.0.0/16."
            })
    void create_refused(int size, String family, String name, String cidr, String code, String message) {
        Expect.awsError(
                code,
                message,
                () -> ec2.createManagedPrefixList(r -> r.prefixListName(name)
                        .addressFamily(family)
                        .maxEntries(size)
                        .entries(TestLists.add(cidr))));
    }

    /** Recorded from AWS: the dots belong to the reserved names. */
    @ParameterizedTest
    @ValueSource(strings = {"com.amazonaws-probe", "comamazonaws.probe", "com.amazonaws"})
    void similarNamesAreNotReserved(String name) {
        ec2.createManagedPrefixList(
                r -> r.prefixListName(name).addressFamily("IPv4").maxEntries(1));
    }

    /** The texts are recorded from AWS; the code of the second is known from programs that handle it. */
    @Test
    void aListHasAtMostItsMaximumSize() {
        Expect.awsError(
                "InvalidParameterCombination",
                "The number of entries cannot be greater than the maximum number of entries",
                () -> lists.create(1, "10.0.0.0/8", "192.168.0.0/16"));
        String id = lists.create(1, "10.0.0.0/8").prefixListId();
        Expect.awsError(
                "PrefixListMaxEntriesExceeded",
                "You've reached the maximum number of entries for the prefix list.",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).addEntries(TestLists.add("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id).maxEntries(0)));
    }

    /** Recorded from AWS. */
    @Test
    void aRequestHasAtMostAHundredEntries() {
        String[] cidrs = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> "10.0." + i + ".0/24")
                .toArray(String[]::new);
        Expect.awsError(
                "InvalidParameterValue",
                "The number of entries per request cannot exceeds limit (100).",
                () -> lists.create(1000, cidrs));
    }

    /** Texts that are given are recorded from AWS; the others are our guess. */
    @Test
    void modify_refused() {
        String id = lists.create(5, "10.0.0.0/8").prefixListId();
        Expect.awsError(
                "PrefixListVersionMismatch",
                "The prefix list has the incorrect version number.",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(7L).addEntries(TestLists.add("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidParameterValue",
                "Request cannot contain Cidr 10.0.0.0/8 in both AddPrefixListEntries and RemovePrefixListEntries",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id)
                        .currentVersion(1L)
                        .addEntries(TestLists.add("10.0.0.0/8"))
                        .removeEntries(TestLists.remove("10.0.0.0/8"))));
        Expect.awsError(
                "InvalidPrefixListModification",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).removeEntries(TestLists.remove("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidPrefixListModification",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).addEntries(TestLists.add("10.0.0.0/8"))));
        Expect.awsError(
                "InvalidParameterValue",
                "The specified value for version is not valid. The value must be greater than (1).",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(0L).addEntries(TestLists.add("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidParameterCombination",
                "You cannot modify the entries and the maximum entries for the prefix list in the same request.",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id)
                        .currentVersion(1L)
                        .maxEntries(9)
                        .addEntries(TestLists.add("172.16.0.0/12"))));
        Expect.awsError(
                "PrefixListVersionMismatch",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(id).previousVersion(1L).currentVersion(2L)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(id).previousVersion(2L).currentVersion(1L)));
        assertThat(lists.describe(id).version()).as("nothing was changed").isEqualTo(1);
    }

    /** AWS documentation, VPC User Guide: they cannot be changed. The code is our guess. */
    @Test
    void listsOfAwsCannotBeChanged() {
        Expect.awsError(
                "OperationNotPermitted",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(S3).prefixListName("mine")));
        Expect.awsError("OperationNotPermitted", () -> ec2.deleteManagedPrefixList(r -> r.prefixListId(S3)));
        Expect.awsError(
                "OperationNotPermitted",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(S3).previousVersion(1L).currentVersion(1L)));
    }

    @ParameterizedTest
    @CsvSource({
        "pl-0123456789abcdef0, InvalidPrefixListID.NotFound",
        "pl-12345678, InvalidPrefixListID.NotFound",
        "list, InvalidPrefixListId.Malformed"
    })
    void listsThatDoNotExist(String id, String code) {
        Expect.awsError(code, () -> lists.describe(id));
        Expect.awsError(code, () -> ec2.describePrefixLists(r -> r.prefixListIds(id)));
        Expect.awsError(code, () -> lists.cidrs(id, null));
        Expect.awsError(code, () -> ec2.getManagedPrefixListAssociations(r -> r.prefixListId(id)));
        Expect.awsError(code, () -> ec2.deleteManagedPrefixList(r -> r.prefixListId(id)));
        Expect.awsError(code, () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id)));
    }

    /** Our guess: the text of the newer actions. */
    @Test
    void pageSizesOutOfRangeAreRefused() {
        String id = lists.create(1).prefixListId();
        Expect.awsError("InvalidParameter", () -> ec2.describeManagedPrefixLists(r -> r.maxResults(101)));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.getManagedPrefixListEntries(r -> r.prefixListId(id).maxResults(0)));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.getManagedPrefixListAssociations(
                        r -> r.prefixListId(id).maxResults(4)));
    }
}
