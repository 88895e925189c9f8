package io.vpclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.start.FailedStart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong value of any setting ends the start with one sentence that names the setting (our design). */
class RefusedSettingsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.port                            | many      | a number from 0 to 65535",
                "server.port                            | 70000     | a number from 0 to 65535",
                "server.port                            | -1        | a number from 0 to 65535",
                "server.address                         | ''        | an address of this machine",
                "server.address                         | 192.0.2.1 | an address of this machine",
                "server.address                         | not/a/name | an address of this machine",
                "vpclocal.control.enabled               | perhaps   | true or false",
                "vpclocal.control.end-with-input        | perhaps   | true or false",
                "vpclocal.charges.endpoint-hour         | -1        | a number from 0 to 1000000 with up to 12 decimal places",
                "vpclocal.charges.endpoint-hour         | 1E+999999999 | a number from 0 to 1000000 with up to 12 decimal places",
                "vpclocal.control.request-log-size      | -1        | a number from 0 to 2147483647",
                "vpclocal.control.request-log-size      | many      | a number from 0 to 2147483647",
                "vpclocal.database.url                  | mysql://x | begin with jdbc:postgresql: or jdbc:h2:",
                "vpclocal.endpoint.deletion-time        | soon      | a duration with its unit from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.endpoint.provisioning-time    | -1s       | a duration with its unit from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.endpointservice.auto-verify   | perhaps   | true or false",
                "vpclocal.flow-logs.capture-capacity    | -1        | a number from 0 to 2147483647",
                "vpclocal.flow-logs.capture-capacity    | 2147483648 | a number from 0 to 2147483647",
                "vpclocal.flow-logs.delivery-delay      | soon      | a duration with its unit from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.flow-logs.kept-after-failure  | soon      | a duration with its unit from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.flow-logs.largest-file        | big       | a size from 1B to 5120GB, such as 4MB",
                "vpclocal.flow-logs.no-data             | perhaps   | true or false",
                "vpclocal.flow-logs.poll-interval       | 0s        | a duration with its unit from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.identity.mode                 | lenient   | enforce, audit or off",
                "vpclocal.identity.open-root-keys       | perhaps   | true or false",
                "vpclocal.gateway.connect-timeout       | 30d       | a duration with its unit from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.gateway.max-body-size         | 9999TB    | a size from 1B to 5120GB, such as 4MB",
                "vpclocal.gateway.silence               | x         | a duration with its unit from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.gateway.silence               | -1s       | a duration with its unit from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.init.directory                | pom.xml   | a directory whose files can be read",
                "vpclocal.idle-timeout                  | 0s        | a duration with its unit from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.init.timeout                  | soon      | a duration with its unit from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.instance.transition-time      | soon      | a duration with its unit from 0s to 3650d, such as 90s or PT90S",
                "vpclocal.network.default-vpc           | perhaps   | true or false",
                "vpclocal.protocol.body-timeout         | 0s        | a duration with its unit from 1ms to 1d, such as 90s or PT90S",
                "vpclocal.protocol.max-body-size        | -1MB      | a size from 1B to 1GB, such as 4MB",
                "vpclocal.quotas                        | bogus     | strict or raised",
                "vpclocal.protocol.max-body-size        | 2GB       | a size from 1B to 1GB, such as 4MB",
                "vpclocal.protocol.default-region       | mars-1    | the code of a Region, such as us-east-1",
                "vpclocal.protocol.default-region       | US-EAST-1 | the code of a Region, such as us-east-1",
                "vpclocal.protocol.default-region       | us-east-1a | the code of a Region, such as us-east-1",
                "vpclocal.s3.region                     | eu west 1 | the name of a Region, such as us-east-1",
                "vpclocal.s3.directory                  | ' '       | a path",
                "vpclocal.data-dir                      | /tmp/a;b  | a path without a semicolon",
                "vpclocal.database.url                  | jdbc:postgresql://h:x/d | a JDBC URL such as jdbc:postgresql://host:5432/name",
                "vpclocal.charges.currency              | dollars   | a currency code such as USD",
                "vpclocal.charges.endpoint-hour         | abc       | a number",
                "logging.charset.console                | foo       | a character encoding, such as UTF-8",
                "logging.charset.file                   | a b       | a character encoding, such as UTF-8",
                "logging.config                         | /absent.xml | an XML file of Logback that can be read",
                "logging.config                         | classpath:absent.xml | an XML file of Logback that can be read",
                "server.shutdown                        | slowly    | one of graceful, immediate",
                "server.tomcat.threads.max              | many      | a whole number",
                "server.tomcat.connection-timeout       | soon      | a duration, such as 90s or PT90S",
                "spring.main.lazy-initialization        | perhaps   | true or false",
                "logging.config                         | pom.xml   | an XML file of Logback that can be read",
                "logging.config                         | LICENSE   | an XML file of Logback that can be read",
                "logging.config                         | src       | an XML file of Logback that can be read",
                "logging.pattern.console                | %nosuch   | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.console                | %d{       | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.console                | %m %     | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.console                | %d{yyyyQQQQQQ} | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.console                | %clr(%m   | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.file                   | %nosuch   | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.level                  | %5nosuch  | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.correlation            | %nosuch   | a pattern of Logback, such as %d %-5p %logger{0}: %m%n",
                "logging.pattern.dateformat             | foo       | a pattern of dates, such as yyyy-MM-dd HH:mm:ss",
                "logging.structured.format.console      | foo       | ecs, gelf, logstash, or the name of a class",
                "logging.logback.rollingpolicy.file-name-pattern | %foo | a file name with %d and %i, such as emulator.%d{yyyy-MM-dd}.%i.log",
                "logging.logback.rollingpolicy.file-name-pattern | log.%d | a file name with %d and %i, such as emulator.%d{yyyy-MM-dd}.%i.log",
                "spring.main.web-application-type       | none      | servlet",
                "spring.main.web-application-type       | reactive  | servlet",
                "spring.jpa.database-platform           | foo       | org.hibernate.dialect.H2Dialect, the dialect of the database",
                "spring.jpa.properties.hibernate.dialect | org.hibernate.dialect.MySQLDialect | org.hibernate.dialect.H2Dialect, the dialect of the database",
                "spring.jpa.database                    | oracle    | H2",
                "vpclocal.database.url                  | jdbc:h2:mem: | name the database, such as jdbc:h2:mem:vpclocal",
                "vpclocal.database.url                  | jdbc:h2:MEM: | name the database, such as jdbc:h2:mem:vpclocal",
                "vpclocal.idle-timeout                  | 10        | a duration with its unit from 1ms to 3650d, such as 90s or PT90S",
                "vpclocal.traffic.generator-interval    | 0s        | a duration with its unit from 1ms to 3650d, such as 90s or PT90S"
            })
    void aValueOfAnotherTypeOrOutOfRange(String setting, String value, String expected) {
        assertThat(sentence(setting + "=" + value))
                .isEqualTo(UnusableSetting.variable(setting) + " (" + setting + ") is '" + value + "', but must "
                        + (expected.matches("(begin|name) .*") ? "" : "be ") + expected + ".");
    }

    /** A URL is repeated without what may be secret in it. */
    @ParameterizedTest
    @CsvSource({
        "vpclocal.upstream, ftp://x, ftp://x",
        "vpclocal.upstream, http://key:secret@/x, http://***@/x",
        "vpclocal.upstream, key:secret, ***",
        "vpclocal.upstream, key:secret@localhost, ***",
        "vpclocal.upstream, http://localhost:0, http://localhost:0",
        "vpclocal.upstream, http://localhost:65536, http://localhost:65536",
        "vpclocal.upstream, http://localhost/?key=secret, http://localhost/",
        "vpclocal.upstream.s3, http://key:secret@/x, http://***@/x",
        "vpclocal.upstream.cognito-idp, http://key:secret@/x, http://***@/x",
        "vpclocal.s3.endpoint, localhost, localhost",
        "vpclocal.s3.endpoint, localhost:9000, localhost:9000",
        "vpclocal.s3.endpoint, http://key:sec ret@localhost, http://***@localhost",
        "vpclocal.s3.endpoint, http://key:sec?r#t@localhost/#, http://***@localhost/",
        "vpclocal.sns.endpoint, not a url, not a url"
    })
    void anUpstreamThatIsNotAUrl(String setting, String url, String shown) {
        assertThat(sentence(setting + "=" + url))
                .isEqualTo(UnusableSetting.variable(setting) + " (" + setting + ") is '" + shown
                        + "', but must be http://host:port, or"
                        + " http://accessKeyId:secretAccessKey@host:port if the upstream checks keys.");
    }

    @Test
    void aSecretWithoutItsKey() {
        assertThat(sentence("vpclocal.sns.secret-access-key=secret"))
                .isEqualTo("VPCLOCAL_SNS_SECRET_ACCESS_KEY (vpclocal.sns.secret-access-key) is set, but"
                        + " VPCLOCAL_SNS_ACCESS_KEY_ID (vpclocal.sns.access-key-id) is not. Set both or neither.");
    }

    @Test
    void aKeyWithoutItsSecret() {
        assertThat(sentence("vpclocal.s3.access-key-id=key"))
                .isEqualTo(
                        "VPCLOCAL_S3_ACCESS_KEY_ID (vpclocal.s3.access-key-id) is set, but"
                                + " VPCLOCAL_S3_SECRET_ACCESS_KEY (vpclocal.s3.secret-access-key) is not. Set both or neither.");
    }

    /** A page that is on none of these origins is refused without a hint about the setting. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "localhost:3000",
                "http://localhost:3000/",
                "http://localhost:3000/app",
                "http://*.example.com",
                "http://localhost:*",
                "http://user@localhost",
                "http://",
                "http://localhost:3000,foo",
                "http://localhost:3000;http://localhost:4000"
            })
    void anOriginThatNoBrowserSends(String origins) {
        assertThat(sentence("vpclocal.control.allowed-origins=" + origins))
                .isEqualTo("VPCLOCAL_CONTROL_ALLOWED_ORIGINS (vpclocal.control.allowed-origins) is '" + origins
                        + "', but must be origins in the form scheme://host or scheme://host:port, such as"
                        + " http://localhost:3000, or *.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "example.com:80", "example.*", "*example.com", "a b", "a/b", "a,,b c"})
    void aHostThatNoClientNames(String hosts) {
        assertThat(sentence("vpclocal.control.allowed-hosts=" + hosts))
                .isEqualTo("VPCLOCAL_CONTROL_ALLOWED_HOSTS (vpclocal.control.allowed-hosts) is '" + hosts
                        + "', but must be host names without a port, such as example.com or *.example.com, or *.");
    }

    @Test
    void anElementOfAListThatIsWrong() {
        assertThat(sentence(
                        "vpclocal.control.allowed-hosts[0]=example.com", "vpclocal.control.allowed-hosts[1]=http://x"))
                .startsWith("VPCLOCAL_CONTROL_ALLOWED_HOSTS_1 (vpclocal.control.allowed-hosts[1]) is 'http://x', but");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log-storage[0].price   | cheap  | LOG_STORAGE_0_PRICE   | , but must be a number.",
                "log-storage[0].price   | ''     | LOG_STORAGE_0_PRICE   | , but must not be empty.",
                "log-storage[1].price   | 1      | LOG_STORAGE_1_PRICE   | , but the elements of a list must be numbered from 0 without gaps.",
                "log-storage            | cheap  | LOG_STORAGE           | , which is not valid."
            })
    void aPriceListThatIsNotOne(String setting, String value, String variable, String end) {
        assertThat(sentence("vpclocal.charges." + setting + "=" + value))
                .isEqualTo("VPCLOCAL_CHARGES_" + variable + " (vpclocal.charges." + setting + ") is '" + value + "'"
                        + end);
    }

    @Test
    void tiersOfPricesThatDoNotFollowEachOther() {
        assertThat(sentence(
                        "vpclocal.charges.log-storage[0].price=1",
                        "vpclocal.charges.log-storage[0].up-to-gb=10",
                        "vpclocal.charges.log-storage[1].price=2",
                        "vpclocal.charges.log-storage[1].up-to-gb=5"))
                .isEqualTo(
                        "VPCLOCAL_CHARGES_LOG_STORAGE_1_UP_TO_GB (vpclocal.charges.log-storage[1].up-to-gb) is '5', but"
                                + " must be a number greater than 10, the end of the tier before.");
    }

    @Test
    void aPlaceholderForNothing() {
        assertThat(sentence("vpclocal.key=a${nothing}"))
                .isEqualTo("VPCLOCAL_KEY (vpclocal.key) has a placeholder that cannot be replaced: Could not resolve"
                        + " placeholder 'nothing' in value \"a${nothing}\".");
    }

    @Test
    void aDatabaseUrlOfAnotherKindWithASecret() {
        assertThat(sentence("vpclocal.database.url=postgres://user:secret@host/name?password=secret"))
                .isEqualTo("VPCLOCAL_DATABASE_URL (vpclocal.database.url) is 'postgres://***@host/name', but must begin"
                        + " with jdbc:postgresql: or jdbc:h2:.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logging.file.name", "logging.file.path"})
    void aLogThatCannotBeWritten(String setting) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(sentence(setting + "=" + file.resolve("log")))
                .startsWith(UnusableSetting.named(setting) + " is '" + file.resolve("log")
                        + "', but the log cannot be written there (");
    }

    @Test
    void aDatabaseFileOfTheUsersOwnUrl() throws Exception {
        Path file = Files.writeString(directory.resolve("own.mv.db"), "garbage");
        String url = "jdbc:h2:file:" + file.resolveSibling("own");
        assertThat(sentence("vpclocal.database.url=" + url))
                .startsWith("VPCLOCAL_DATABASE_URL (vpclocal.database.url) is '" + url
                        + "', but the database cannot be used: ");
    }

    /** The message of a library, which does not name the setting. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.servlet.context-path | abc | Context path must start with '/' and not end with '/'",
                "server.ssl.bundle | none | SSL bundle name 'none' cannot be found",
                "spring.config.location | file:/absent.yml | Config data resource 'file [/absent.yml]' via location 'file:/absent.yml' cannot be found",
                "spring.jpa.hibernate.ddl-auto | abc | Unrecognized 'hibernate.hbm2ddl.auto' setting: 'abc'"
            })
    void aSettingOfSpringBoot(String setting, String value, String reason) {
        assertThat(sentence(setting + "=" + value)).isEqualTo(reason + ". Check " + setting + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpclocal.s3.directory", "vpclocal.data-dir"})
    void aDirectoryInWhichNoFilesCanBeWritten(String setting) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(sentence(setting + "=" + file))
                .contains(" (" + setting + ") is '" + file + "', but files cannot be written there");
    }

    /** The warnings of libraries about the same failure are not printed. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCorruptDatabaseFile(CapturedOutput output) throws Exception {
        Path file = Files.writeString(directory.resolve("vpclocal.mv.db"), "garbage");
        assertThat(sentence("vpclocal.data-dir=" + directory))
                .isEqualTo("The file " + file
                        + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is damaged or not a database of VPC Local.");
        assertThat(output.getAll()).doesNotContain(" WARN ");
    }

    /** It is written once requests are served. */
    @Test
    void aPortFileThatCannotBeWritten() {
        Path file = directory.resolve("absent").resolve("port");
        assertThat(sentence("vpclocal.control.port-file=" + file))
                .isEqualTo("VPCLOCAL_CONTROL_PORT_FILE (vpclocal.control.port-file) is '" + file
                        + "', but it cannot be written (no such file or directory).");
    }

    @Test
    void aDatabaseServerThatDoesNotAnswer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/none";
        assertThat(sentence(
                        "vpclocal.database.url=" + url + "?password=secret",
                        "spring.datasource.hikari.connection-timeout=300"))
                .startsWith("VPCLOCAL_DATABASE_URL (vpclocal.database.url) is '" + url
                        + "', but the database cannot be used: ")
                .doesNotContain("secret");
    }

    private static String sentence(String... settings) {
        List<String> arguments = new ArrayList<>(
                Arrays.stream(settings).map(setting -> "--" + setting).toList());
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("server.port"))) {
            arguments.add("--server.port=0");
        }
        String[] given = arguments.toArray(String[]::new);
        Throwable failure = catchThrowable(
                () -> VpcLocalApplication.application().run(given).close());
        assertThat(failure).isNotNull();
        return FailedStart.sentence(failure, given).orElseThrow(() -> new AssertionError("No sentence", failure));
    }
}
