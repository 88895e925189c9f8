# Both bases are arguments, so that the image can be built where no image registry is reached.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -q -Pquick -Dmaven.test.skip=true package \
    && mv target/vpc-local-*-exec.jar target/vpc-local.jar \
    && java -Djarmode=tools -jar target/vpc-local.jar extract --layers --destination /layers

FROM ${RUN_IMAGE}
RUN groupadd --gid 10001 vpclocal \
    && useradd --uid 10001 --gid vpclocal --home-dir /var/lib/vpclocal --create-home vpclocal \
    && mkdir /app && chown vpclocal:vpclocal /app
WORKDIR /app
# The layers that change least come first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/ /usr/local/bin/
# A number, by which Kubernetes knows that it is not root.
USER 10001:10001
# Little memory: the heap gives back what it does not need. Most of what is called by reflection is called once, which does
# not repay a class that would make the second call faster.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m -Xms32m -XX:MinHeapFreeRatio=10 \
-XX:MaxHeapFreeRatio=30 -Djdk.reflect.useNativeAccessorOnly=true"
# A run that answers a few requests leaves its loaded classes behind, for every later start to begin with. A cache that is
# written without the optimizing compiler has starts with it take no longer than starts without; its own profiles cost more.
RUN JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS -XX:TieredStopAtLevel=1" vpc-local-train /app/vpc-local.aot
ENV SERVER_ADDRESS=0.0.0.0 \
    VPCLOCAL_DATA_DIR=/var/lib/vpclocal
EXPOSE 4566
VOLUME /var/lib/vpclocal
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["vpc-local-health"]
# Of what is not in that file Java would warn at every start.
ENTRYPOINT ["java", "-XX:AOTCache=/app/vpc-local.aot", "-Xlog:aot*=error", "-jar", "vpc-local.jar"]
