"""The words for danger that the site always knows, by theme, and look-alikes that only sound like them.

Written like phrases: by stems ("slept" is "sleep"), other words may stand between unless the line ends in "!", a bar is
a choice. "himself" is any of himself, herself, myself; "him" any of he, him, her, they; "not" any word that denies.
"""

SUICIDE = """
suicide
suicidal
kill himself
killing himself
take my|their|his own life
top|topping himself
want|wanna|wish|wishing|hope|hoping|ready die
want|wanna|wish|wishing was dead
wish never|not born
not born
think|thought|thoughts|thinking of|about dying|suicide
better off dead
better off without me|him
better|happier without me
better|happier if i not
nobody|noone would miss|notice|care
no one would miss me
miss me if i gone
if i not here|around|alive
not want be here|alive
not want to live
not want live any|anymore
not want exist
not want wake up
sleep not wake up
sleep not come back
not wake up
not alive any|anymore
no point living|life
no point in living|life|being
no point being here
no reason live
nothing to live for
think|thinking about not being here
being a burden
life not worth
end it all
end|ending my|his|their life
want|going|plan|planning|ready end it
end|ends it tonight|now
night ends it
i not go|carry on any|anymore|living
i not do this any|anymore
not see any future
want|wants|wish disappear|vanish
disappear|vanish forever
want|wants go heaven
want|wants be with in heaven
ways|way to die
keep|keeps|always|constantly talk|talking about death|dying
goodbye|farewell|suicide note|letter|message|video
say|saying goodbye everyone|everybody|family|all
said goodbye to everyone|everybody|us|dog|cat|family|friends
write|wrote letters|letter afterwards|goodbye
find|found|left note|letter
give|gave|giving away favourite|things|toys|xbox|possessions|everything|stuff|belongings|phone
give|gave|giving favourite|things|xbox|possessions|everything|stuff|belongings|phone away
point of|in being alive|here
point of|in living|life|anything|going|trying
point any more|anymore
end|ending things
finish it all
finish himself
want it|pain|thoughts|everything to stop
make it|pain|everything stop
pain to stop forever
if i was|were dead|gone
better if i was|were dead|gone|not
want|wants be an angel|star
want|wants be with god|jesus
hate|hates being alive|living
hate|hates my|his life
tired|sick of living|life
tired|sick of being alive|here
not deserve to live
attempt|attempted suicide|hang
attempt|attempted on life
planning|plans|planned to die
planning|plans|plan suicide
unalive|unaliving
kms
samaritans
childline
papyrus|hopeline
not be here|around next|tomorrow|soon|anymore|much|tonight|longer
sorry goodbye
do something stupid|silly|bad|terrible|drastic
scared|worried|frightened|afraid do something
before i do something
might do something
think|thinking|thought|thoughts of|about jumping|hanging|ending|hurting|overdosing|killing
urge|urges to hurt|cut|die|jump|kill
not want to carry on
not take|cope|handle it any|anymore want end|die|stop
lost all hope
no hope left
every|everyone|everybody|they|family hate|hates me want die
google|googling|googled|search|searched|searching|looking up suicide|paracetamol|hanging|overdose|die|pills
how many|much paracetamol|tablets|pills
will kill you !
feel|feels like dying|ending|jumping
""".strip().splitlines()

WAYS = """
jump|jumping off|from bridge|roof|window|balcony|building|cliff|flats
threatening|threatens|threaten to jump
say|says will jump
say|says going jump
standing|stood|sitting on bridge|roof|ledge|edge
on bridge not come
front of train|car|traffic|bus|lorry
infront train|car|traffic|bus|lorry
under train|lorry
railway line|track|tracks
hang|hanging|hung himself
noose
ligature
rope|belt|cord|scarf round|around neck
tie|tied rope|noose
rope in garage|bedroom|loft|shed|wardrobe
strangle|strangled|strangling
overdose
overdosed
swallow|swallowed tablets|pills|paracetamol|ibuprofen|medicine|meds|bleach|battery|magnet|poison|something
all sleeping pills|tablets
all|whole|packet|load|loads|lots|many|handful|bottle|box|bunch tablets|pills|paracetamol|ibuprofen|medicine|meds|medication
eat|ate|eaten tablets|pills|medicine|paracetamol|battery|bleach|poison
tablets|pills|knife|blade|rope in my|their|his hand
taken|took something
drink|drank bleach|cleaner|detergent|antifreeze|poison|chemicals|petrol|something
button battery
drank from under sink
on the roof|ledge
say|says jump
drown|drowning|drowned himself
tie|tied|wrap|wrapped|put|puts|pull|tighten round|around neck
dishwasher|laundry tablet|capsule|pod
fell|fallen out|from window
bag over his|my head
lie|lying|stand|standing|stood|sit|sitting|walk|walking on|onto the train|railway track|tracks
lie|lying|stand|standing|stood|sit|sitting|walking on|onto|into the tracks|road|motorway|bridge|rails
walk|walks|walking|run|runs in|into|front traffic
window ledge
climb|climbed|climbs out|onto the window|roof|ledge|balcony|bridge
swallow|swallowed coin|button|marble|pin|screw|needle|magnets|antidepressants
drink|drank|drunk white|spirit|spirits|weedkiller|perfume|vodka|antifreeze|fluid|paint
took|taken|take mums|dads|nans|grandads|grandmas|my|his antidepressants|painkillers|codeine|insulin
took|taken|take antidepressants|painkillers|codeine|sedatives
took|taken|take mums|dads|nans|grandads|grandmas|someones tablets|pills|medicine|medication
take|took|taken|ate|swallow too many|much tablets|pills|medicine|medication
""".strip().splitlines()

SELF_HARM = """
self harm|harming|harmed|injury|injuring
selfharm|selfharming|selfharms
cut|cutting|cuts himself
cut|cutting|cuts wrist|wrists|arm|arms|leg|legs|thigh|thighs
slit wrist|wrists
keep|keeps|kept|stop cutting
instead of cutting
hurt|hurting|hurts|harm|harming himself
burn|burning|burns himself
razor blade|blades
find|found|hide|hiding|hidden|with razor|razors|blade|blades
blades hidden
cuts|marks|scars on arm|arms|leg|legs|thigh|thighs|wrist|wrists
scratch|scratching|scratches wrist|wrists|arm|arms|thigh|thighs
bleed|bleeding not stop
not stop bleeding
bleed|bleeding|blood from wrist|wrists|arm|arms
compass|scissors|sharpener|glass arm|arms|skin|leg|legs|wrist|wrists
blood on sleeve|sleeves|sheets
cutting every|again|deep|daily
until|till he bleeds|bleed
bloody tissues|sleeves|bandage
scars|cuts|burns on her|his|my wrist|arms|legs|thighs
""".strip().splitlines()

HURT_BY_OTHERS = """
abuse
abused
abusing
abusive
domestic violence
rape
raped
molested
sexually assaulted|touched|abused
sexual assault
groomed
grooming
uncle|stepdad|man|teacher|neighbour|coach|carer|babysitter|cousin|boyfriend|grandad touched|touches|touching me|them|son|daughter|child|private
someone|somebody|anyone touched|touching me|son|daughter|child
touched|touches private|privates|inappropriately
husband|partner|boyfriend|girlfriend|wife|ex hit|hits|beat|beats|attack|hurts|strangle|threaten|violent|punch|kick|choke
violent husband|partner|ex|boyfriend|stepdad
dad|mum|stepdad|stepmum|father|parents|uncle hit|hits|beat|beats|punch|kick|slap|hurt|burn me|us|them|brother|sister
dad|mum|stepdad|stepmum|father|parents lock|locks|starve|starves me|us
not feed|feeds me|us
lock|locks|locked me in
scared|frightened|afraid|terrified of my|our dad|stepdad|husband|partner|ex|boyfriend|mum|stepmum|uncle|father
scared|frightened|afraid|terrified to go home
not safe home|indoors|tonight|house
not feel safe tonight|home|indoors|here
not keep safe
somewhere|place safe tonight
hurt us|me if we|i tell|told
naked|nude photos|photo|pictures|pics|videos|images
nudes
blackmail
blackmailing
sextortion
pictures of me pay
county lines
did|does|doing things to me|them
boy|man|boyfriend|lad|boys|men forced
in my|her room at night
comes|came into my|her room|bed
punch|punched|kick|kicked|hit in the stomach|face pregnant
punched|kicked|pushed|hit me pregnant
punch|punched|kick|kicked me in the stomach
i hit|slapped|smacked|hurt my baby|child|son|daughter
dad|mum|stepdad|husband|partner|boyfriend drunk shouting|scared|hitting|violent|angry
i scared|frightened|terrified|afraid of him
i not safe !
i not feel safe
ex|dad broke|break in
stalking|stalked|stalker
man|men|someone|somebody follow|following me|us|him|son|daughter
older men|man
car|cars with strangers|men
comes|coming home with money|gifts|phones
sell|selling|dealing|carrying drugs
trafficked|trafficking
forced marriage
fgm
push|pushed|threw|throw down the stairs
husband|wife|partner|boyfriend|girlfriend|ex|stepdad|stepfather|stepmum|carer|babysitter|uncle|grandad|teacher|neighbour hit|hurt|slap|punch|kick me|us|them|son|daughter|child|baby|kids
husband|wife|partner|boyfriend|girlfriend|ex|stepdad|stepfather|stepmum|carer|babysitter|uncle|grandad|teacher|neighbour beat|choke|burn|throw me|us|them|son|daughter|child|baby|kids
husband|wife|partner|boyfriend|girlfriend|ex|stepdad|stepfather|stepmum|carer|babysitter|uncle|grandad|teacher|neighbour attack|shake|push|shove me|us|them|son|daughter|child|baby|kids
dad|mum|father|mother|parents hit|slap|punch|kick|beat|choke|burn me|us|them|son|daughter|child|children|baby|kids
dad|mum|father|mother|parents hurt|hurts|hurting me|us|son|daughter
being|been|getting|gets hit|beaten|hurt|punched|kicked|slapped home
being|been|getting|gets hit|beaten|hurt|punched|kicked|slapped by dad|mum|father|stepdad|uncle|partner|husband|boyfriend|carer|parents
by dad|mum|father|stepdad|uncle|partner|husband|boyfriend|carer and dad
husband|partner|boyfriend|stepdad|wife|dad|ex not let me|us leave|out|go|see
stepdad|stepfather|uncle|man|boyfriend|grandad|teacher|coach make|makes|made me|him do
make|makes|made me|him do things
hurts|hits|touches me at home|night
keep|keeps this|it secret touch|touched|touching
under age|underage sex
dirty|naked|nude|rude|sexual pics|pictures|photos|images|videos|selfie
kicked|thrown|chucked out nowhere|homeless|tonight
nowhere to live|sleep
""".strip().splitlines()

DANGER_TO_OTHERS = """
has|got|have|with|grab|grabbed|holding|pulled|waving|carrying|carries|threaten|threatening|threatened a knife|knives|machete|weapon|gun
threaten|threatening|threatened|threatens knife|knives|scissors|hammer|kill
hide|hiding knives|knife
stab
stabbed
attack|attacking|attacked me|us|sister|brother|mum|dad
kill us|sister|brother|mum|dad|baby|family|people|someone|everyone|somebody
said|says|saying|threatening|going kill me|them
coming|come|trying|out to kill
might|going|gonna|scared|afraid|frightened|want|thought hurt|harm my|the|own baby|child|children|kids
scared ill|i hurt my baby|child|children|kids
harm my own child|baby|children|kids
shake|shook|shaken baby
set|sets|setting fire|alight
smashing up police
smashing whole house|place
call|ring|phone|need police|ambulance|999
barricade|barricaded
threatening|threatens|threatened us|me|people|staff|everyone
want|wants|going|might|scared|worried hurt|kill someone|somebody|people|everyone
burn|burnt|burning the house|school down
attacked|attacking|attacks|attack his|me|us|them|sister|brother|mum|dad|teacher|baby with
attacked|attacking|attacks|attack with scissors|knife|hammer|bat|bottle
lose it hurt|shake|hit my|the baby|child|him
""".strip().splitlines()

LIFE_IN_DANGER = """
baby|child|son|daughter|toddler|boy|girl not breathing
stopped breathing
unconscious
unresponsive
turned|gone|going blue
keep|keeps fainting|collapsing
stop|stopped eating drinking
hear|hears|hearing voices !
hear|hears|hearing a voice !
voice|voices in his|my head
voice|voices tell|tells|telling
psychosis
psychotic
people following|after him
gone|went|go missing
son|daughter|child|boy|girl|brother|sister|teenager|teen|kid is|been|has missing
missing since
missing from home
run|ran away not find|know
run|ran|gone away police
not come|came home last|since|yet|night
mum|dad|gran|nan on the floor
locked in the bathroom|bedroom
not find my|our son|daughter|child|boy|girl anywhere
crisis team|line|number|service|house
mental health crisis|emergency
in crisis
in an emergency
emergency mental|help|number|line|duty
urgent help
urgent mental
help right now
help straight away
help immediately|tonight
come out immediately|tonight
immediate danger|risk|harm|concern|help
in danger
significant harm
place of safety
section 136
disclosed|disclosure abuse|harm|suicidal|suicide|rape|hitting|hurt
mash referral
nowhere to sleep
nowhere to stay|go tonight
has|have|had run away
run|ran|running away from home
not come home|back
not know where he is
not find him anywhere
tv|telly|radio talking to him
under his|my skin
paranoid|paranoia
hallucinating|hallucination|hallucinations
delusional|delusions
manic
seeing things not there
get|be|being|been him sectioned
been|being|be sectioned
nervous|mental breakdown
not eaten for days|week
not eaten anything days|week
has|just|suddenly collapsed !
collapsed floor|unconscious
fit|seizure|seizures not stop|stopped|stopping
floppy not responding|moving|waking
hit|banged|bumped his|my head sick|vomit|vomiting|drowsy|unconscious|bleeding
swallow|swallowed not breathe
thinks he is|was god|jesus|watched|followed|poisoned|spied
being watched|poisoned|spied
out the window not back|found
""".strip().splitlines()

CORE = (*SUICIDE, *WAYS, *SELF_HARM, *HURT_BY_OTHERS, *DANGER_TO_OTHERS, *LIFE_IN_DANGER)

ONLY_SOUNDS = tuple(
    """
do something fun|nice|new|different
hear|hears|hearing voices better|clearly|with
hear|hears voices with hearing
jump|jumping to secondary|year
think|thinking of|about jumping to
before i do something about
point of an|the|a
angel in|nativity
be an|a angel|star nativity|play|show|pupil|week
not feel safe school|class|bus|road|nursery|playground|online|car|shops
not feel safe at|in|on|crossing
not come home|back with|from|to
not come back to|from
not know where he is in
find|found not come back
not wake up dry|refreshed|early|happy
hate my|his life skills
older man|men befriending
not suicidal
want die laughing
want to die at|in
dying to meet|see|know|try|go|find
not want be here school|nursery|work|class|club|group
not want to live with|in|at|near|alone
not wake up school|morning|mornings|alarm|wee|toilet|night|time
not wake up for|in
find|found left note teacher|school|bag|book|tray
note from school|teacher|gp|doctor|nursery
give|gave away charity|old|secret
give|gave away old toys|things|stuff
overdose|overdosed on sugar|sweets|chocolate|eggs|easter|screens|cake|caffeine|telly
not swallow tablets|pills|medicine|meds
help|trouble|struggle|hard|teach|learn|problem|how|difficulty|scared|refuse|easier swallow|swallowing tablets|pills|medicine|meds
not eat|drink tablets|pills|medicine|something|bleach
all the|his|my medicine|meds|medication
take|took something off|from|away|to|with|out|apart|for
swallow|swallowed something pride
drink|drank something new|else|different|other
cut|cuts his|my arms|arm|leg off|short|hole|holes
cut himself off|slack|shaving
cut|cutting food|meat|dinner|paper|hair|nails|toast|fruit up|out himself
cut|cutting food|meat|dinner|paper|hair|nails|toast|fruit himself
keep|keeps|stop cutting hair|hours|nails|food|support|funding|paper|budget
hurt|hurts|hurting himself meltdown|meltdowns|tantrum|fall|falling|upset|angry|frustrated|overwhelmed|running|climbing
hurt|hurts|hurting himself by accident
scratch|scratches|scratching arms|arm eczema|itchy|allergy
find|found|with razor noise|loud
roller blades|blade
burn|burns himself out
verbal|verbally abuse|abusive
abuse of power|position|trust|system
drug|drugs|alcohol|substance abuse
abusive language
dog|pet|hair|horse|hygiene grooming|groom
grooming prompts
not like|want|let someone|anyone touching|touch
hate|hates|hated someone|anyone|teacher touching|touch
with a knife and fork
cut|cuts|eat|eats|spread|use with a knife
hold|holding|has a knife and fork
has|got|have|with a toy|nerf|water|pretend|plastic gun|knife
stab at|jab
stabbing pain
set off fire alarm|drill
not keep safe online|road|roads|school
gone|went|is|been missing school|lessons|class|out|them|word|words|days|teeth|milestones|dad|mum|friends|from class
gone|went missing school|lessons|class
not come home school|nursery
in danger of
no sense of danger
urgent help paperwork|form|forms|ehcp|appeal|dla|tribunal|deadline|school
emergency help paperwork|form|forms|nappies
emergency number form|forms|contact
people following after instructions
hear|hears|hearing voice|voices telly|corridor|next
hear|hears|heard his|my|your voice
hear another voice
not hear voice|voices
turned|gone|going blue badge
front of car|train|bus telly|screen|seat
rope|belt|scarf around neck label|seam|itchy|itches
burn|burns himself sun|cooking|oven|kettle
""".strip().splitlines()
)
