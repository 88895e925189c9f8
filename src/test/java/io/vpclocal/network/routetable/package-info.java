@NullMarked
package io.vpclocal.network.routetable;

import org.jspecify.annotations.NullMarked;
