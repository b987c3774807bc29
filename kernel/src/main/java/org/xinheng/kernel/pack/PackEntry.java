package org.xinheng.kernel.pack;

import java.util.List;

/** One thing a pack defines. Its id is unique among entries of its kind and names it in every layer. */
public sealed interface PackEntry permits Document, Agency, AgencyGroup, PackEntry.Grounded, PackEntry.Named {

    String id();

    /** The document or publication the entry was taken from, named itself. */
    String source();

    /** Whether the entry was compared with its source. */
    boolean verified();

    /** An entry that rests on documents of the register and says which. */
    sealed interface Grounded extends PackEntry
            permits Item,
                    CreditList,
                    Measure,
                    Matter,
                    PublicityTerm,
                    Refusal,
                    Behaviour,
                    Memorandum,
                    Retention,
                    Indicator,
                    AssessmentScheme {

        List<Basis> basis();
    }

    /** An entry that documents name by words of their own. */
    sealed interface Named extends PackEntry permits CreditList, Measure, Matter, Refusal, Behaviour, Memorandum {

        List<String> namedAs();
    }
}
