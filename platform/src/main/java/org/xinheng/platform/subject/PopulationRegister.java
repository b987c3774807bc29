package org.xinheng.platform.subject;

/**
 * The population register (人口库) as it is asked here: does this number belong to this name, yes or no. Nothing of it is
 * copied. The city connects its own; where none is connected, nobody can ask.
 */
public interface PopulationRegister {

    /** What it says. */
    enum Reply {
        AGREES,
        DIFFERS,
        /** It did not answer: nothing is known either way. */
        SILENT
    }

    Reply ask(Identity.Person person);
}
